package io.larkdesk.benchmarks.fanout;

import io.larkdesk.benchmarks.site.Desk;
import io.larkdesk.benchmarks.site.Member;
import io.larkdesk.benchmarks.wire.Callers;
import io.larkdesk.benchmarks.wire.Link;
import io.larkdesk.benchmarks.wire.Loop;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The service group of a customer, open in a page of each member; if there are several nodes, as many pages at each. */
final class DeskChat implements Chat {

    private final Desk desk;
    private final List<Member> people = new ArrayList<>();
    private final List<Link> members = new ArrayList<>();
    private final Callers callers;
    private int next;

    /** So many people are there, of whom some can write at once; nobody has opened a page yet. */
    DeskChat(Desk desk, int size, Loop loop, int atOnce) {
        this.desk = desk;
        for (int i = 0; i < size; i++) {
            people.add(desk.signIn(i));
        }
        callers = new Callers(loop, desk.urls().get(0).getPort(), atOnce, 200);
    }

    /** Has them open so many pages. */
    DeskChat open(int pages) {
        List<URI> nodes = desk.urls();
        for (int i = 0; i < pages; i++) {
            Link page = Link.open(nodes.get(i % nodes.size()).getPort());
            page.ask(people.get(i % people.size()).stream(), "\r\n\r\n");
            members.add(page);
        }
        return this;
    }

    @Override
    public List<Link> members() {
        return members;
    }

    @Override
    public void say(String text) {
        callers.send(people.get(next++ % people.size()).message(text));
    }

    @Override
    public long stored() {
        return desk.database().count("message where body like '@@%'");
    }

    @Override
    public long refusals() {
        return callers.refused();
    }

    @Override
    public void close() {
        desk.close();
    }
}
