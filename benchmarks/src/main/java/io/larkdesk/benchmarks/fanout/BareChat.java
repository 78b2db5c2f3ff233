package io.larkdesk.benchmarks.fanout;

import io.larkdesk.benchmarks.site.Database;
import io.larkdesk.benchmarks.site.Program;
import io.larkdesk.benchmarks.wire.Callers;
import io.larkdesk.benchmarks.wire.Link;
import io.larkdesk.benchmarks.wire.Loop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Those who look at the bare server. */
final class BareChat implements Chat {

    private static final int WRITERS = 20;
    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final Database database;
    private final int port;
    private final Program program;
    private final List<Link> members = new ArrayList<>();
    private final Callers callers;

    /** Starts the server; nobody looks yet. */
    BareChat(Database database, Loop loop, int atOnce) {
        this.database = database;
        this.port = Program.freePort();
        program = Program.ours(BareServer.class, Integer.toString(port), database.url(), Integer.toString(WRITERS));
        program.await(LONGEST_START, any -> Program.listens(port));
        callers = new Callers(loop, port, atOnce, 200);
    }

    /** Opens so many pages. */
    BareChat open(int pages) {
        for (int i = 0; i < pages; i++) {
            Link page = Link.open(port);
            page.ask("GET /events HTTP/1.1\r\nHost: x\r\n\r\n", "\r\n\r\n");
            members.add(page);
        }
        return this;
    }

    /** Its process. */
    Program program() {
        return program;
    }

    @Override
    public List<Link> members() {
        return members;
    }

    @Override
    public void say(String text) {
        callers.send("POST /say HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(text.length(), text)
                .getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public long stored() {
        return database.count("said");
    }

    @Override
    public long refusals() {
        return callers.refused();
    }

    @Override
    public void close() {
        program.close();
    }
}
