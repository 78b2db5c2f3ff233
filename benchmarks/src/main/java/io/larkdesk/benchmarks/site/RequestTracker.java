package io.larkdesk.benchmarks.site;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Request Tracker as Debian packages it, with settings of its own: a process for each worker, tickets in PostgreSQL, mail into files. It
 * checks a password slowly, on purpose, so all requests are of one session.
 *
 * @see <a href="https://docs.bestpractical.com/rt/5.0.3/">its documentation</a>
 */
public final class RequestTracker implements AutoCloseable {

    /** How many processes answer; each has one connection at a time. */
    public static final int WORKERS = 4;

    private static final Path INSTALLED = Path.of("/usr/share/request-tracker5");
    private static final Duration LONGEST_START = Duration.ofMinutes(1);
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"?(\\d+)");
    private static final Pattern VERSION = Pattern.compile("VERSION = '([\\d.]+)");

    private static final String SETTINGS = """
            Set($rtname, 'bench');
            Set($Organization, 'bench');
            Set($WebDomain, '127.0.0.1');
            Set($WebPort, %1$d);
            Set($DatabaseType, 'Pg');
            Set($DatabaseHost, '%2$s');
            Set($DatabasePort, '%3$d');
            Set($DatabaseUser, 'rt_user');
            Set($DatabasePassword, 'unused');
            Set($DatabaseAdmin, 'postgres');
            Set($DatabaseName, '%4$s');
            Set($MailCommand, 'testfile');
            Set($RestrictReferrer, 0);
            Set($LogToSyslog, undef);
            Set($LogToSTDERR, 'error');
            $RT::MasonDataDir = '%5$s/mason';
            $RT::MasonSessionDir = '%5$s/sessions';
            1;
            """;

    private final Database database;
    private final int port = Program.freePort();
    private final Map<String, String> variables;
    private final Program program;
    private final String session;

    private RequestTracker(Database database) throws IOException, InterruptedException {
        this.database = database;
        Path folder = Files.createTempDirectory("larkdesk-rt");
        Files.createDirectories(folder.resolve("mason"));
        Files.createDirectories(folder.resolve("sessions"));
        Path settings = Files.writeString(
                folder.resolve("RT_SiteConfig.pm"),
                SETTINGS.formatted(port, database.host(), database.port(), database.name(), folder));
        this.variables = Map.of(
                "RT_SITE_CONFIG",
                settings.toString(),
                "RT_SITE_CONFIG_DIR",
                Files.createDirectories(folder.resolve("more")).toString(),
                "TMPDIR",
                folder.toString(),
                "HOME",
                folder.toString());
        fill();
        this.program = Program.start(
                "request-tracker",
                List.of(
                        INSTALLED.resolve("libexec/rt-server").toString(),
                        "--server=Starlet",
                        "--host=127.0.0.1",
                        "--port=" + port,
                        "--max-workers=" + WORKERS,
                        "--max-reqs-per-child=1000000"),
                variables);
        program.await(LONGEST_START, any -> Program.listens(port));
        this.session = signIn();
    }

    /** Starts it on {@code database}, which is empty. */
    public static RequestTracker start(Database database) throws IOException, InterruptedException {
        return new RequestTracker(database);
    }

    /** The name and version of what is installed. */
    public static String version() {
        try {
            Matcher version = VERSION.matcher(Files.readString(INSTALLED.resolve("lib/RT/Generated.pm")));
            return "Request Tracker" + (version.find() ? " " + version.group(1) : "");
        } catch (IOException e) {
            return "Request Tracker";
        }
    }

    private void fill() throws InterruptedException {
        database.execute("""
                do $$ begin if not exists (select from pg_roles where rolname = 'rt_user') then create role rt_user login; end if; end $$;
                grant all on schema public to rt_user""");
        List<String> command = List.of(
                "rt-setup-database-5", "--action=init", "--dba=postgres", "--dba-password=unused", "--skip-create");
        try (Program setup = Program.start("rt-setup", command, variables)) {
            if (setup.end() != 0) {
                throw new IllegalStateException(setup.said());
            }
        }
    }

    private String signIn() throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address("/NoAuth/Login.html"))
                .header("Referer", address("/").toString())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("user=root&pass=password"));
        HttpResponse<String> answer = Web.send(HttpClient.newHttpClient(), request);
        return answer.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .reduce((first, last) -> last)
                .orElseThrow(() -> new IllegalStateException("no session: " + answer.statusCode()));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Where clients connect. */
    public int port() {
        return port;
    }

    /** Its database. */
    public Database database() {
        return database;
    }

    /** Opens a ticket: its number. */
    public long openTicket(String subject) throws IOException {
        String ticket = """
                {"Queue": "General", "Subject": "%s", "Content": "It has not worked since this morning.", "Requestor": "ann@example.com"}""".formatted(subject);
        HttpRequest.Builder request = HttpRequest.newBuilder(address("/REST/2.0/ticket"))
                .header("Cookie", session)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ticket));
        String answer = Web.send(HttpClient.newHttpClient(), request).body();
        Matcher id = ID.matcher(answer);
        if (!id.find()) {
            throw new IllegalStateException(answer);
        }
        return Long.parseLong(id.group(1));
    }

    /** A request that replies to ticket {@code number}. */
    public byte[] reply(long number, String text) {
        String head = "POST /REST/2.0/ticket/%d/correspond HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: %s\r\n"
                + "Content-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s";
        return head.formatted(number, port, session, text.length(), text).getBytes(StandardCharsets.US_ASCII);
    }

    /** A request for the {@code count} newest tickets that nobody works on yet. */
    public byte[] newest(int count) {
        String query =
                "query=Status%3D%27new%27&orderby=Created&order=DESC&fields=Subject,Status,Created&per_page=" + count;
        return "GET /REST/2.0/tickets?%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: %s\r\n\r\n"
                .formatted(query, port, session)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        program.close();
    }
}
