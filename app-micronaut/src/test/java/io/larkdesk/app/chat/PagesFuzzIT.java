package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.Odd;
import io.larkdesk.app.PlainHttp;
import io.larkdesk.app.PlainHttp.Reply;
import io.larkdesk.app.PlainHttp.Request;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.Stored;
import io.larkdesk.core.organisation.AppointAdministrator;
import io.larkdesk.testkit.Effort;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each page and each form of the service, sent by those who may with what nobody would send: it is answered, by nothing that fails inside,
 * and what is refused has changed nothing. Their order is that of {@code -Dlarkdesk.seed}, which is told.
 */
class PagesFuzzIT {

    private static final long SEED = Long.getLong("larkdesk.seed", System.nanoTime());
    private static final int REQUESTS_OF_A_ROUTE = Effort.of(8);

    private static final int TRIES = 5;

    private static final Pattern INSIDE = Pattern.compile(
            "\\w+Exception|\\bat (io|java|org|com)\\.\\w+\\.|io\\.larkdesk|io\\.micronaut|fasterxml|postgresql:|jdbi|netty|SQLSTATE|stack ?trace",
            Pattern.CASE_INSENSITIVE);

    /** Random letters, in which by chance any word can stand. */
    private static final Pattern TOKEN = Pattern.compile("\"[\\w-]{43}\"");

    /** Of those who ask themselves, who would not be able to go on: these are only asked wrongly. */
    private static final Set<String> FINAL = Set.of(
            "POST /lark/{appId}/sign-out",
            "POST /lark/{appId}/groups/{group}/leave",
            "POST /lark/{appId}/organisation/administrators/dismiss",
            "POST /console/staff/{person}",
            "POST /console/tenants/{tenant}/suspend",
            "POST /console/tenants/{tenant}/deletion",
            "POST /console/tenants/{tenant}/app-change/switch",
            "POST /console/tenants/{tenant}/secret");

    private static RunningDesk desk;
    private static PlainHttp http;
    private static Stored stored;
    private static SignedIn lena;
    private static SignedIn sofia;
    private static SignedIn ines;
    private static Map<String, String> ids;
    private static Map<String, List<Forms.Form>> forms;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of(
                "larkdesk.public-url",
                "https://desk.example",
                "larkdesk.reminder.grace",
                "PT1H",
                "larkdesk.emergency.ack-within",
                "PT24H"));
        desk.node().endRounds();
        http = new PlainHttp(desk.node());
        lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
        sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        ines = SignedIn.toConsole(desk.node(), "ou_ines");
        desk.node()
                .bean(AppointAdministrator.class)
                .execute(new AppointAdministrator.Command(
                        sofia.person().id(), lena.person().id()));
        Theirs theirs = Theirs.ticket(lena, new Tables(desk.database()));
        ids = new HashMap<>(theirs.ids());
        ids.put("tenant", lena.person().id().tenant().toString());
        ids.put("change", "resolve");
        ids.put("command", "acknowledge");
        List<Forms.Form> found = new ArrayList<>(Forms.of(lena, "/lark/cli_meridian/workbench", lena.path("")));
        found.addAll(Forms.of(ines, "/console/queue", "/console/tenants"));
        found.addAll(Forms.of(sofia, "/lark/cli_alder/tickets/" + ids.get("number"), "/console/queue"));
        Set<String> routes = Routes.of(desk.node());
        forms = found.stream().collect(Collectors.groupingBy(form -> route(routes, form.path())));
        Theirs.settled(new Tables(desk.database()));
        stored = new Stored(desk.database());
    }

    @AfterAll
    static void stop() {
        stored.close();
        desk.close();
    }

    private static String route(Set<String> routes, String path) {
        return routes.stream()
                .filter(route -> route.startsWith("POST ") && !route.endsWith(" multipart"))
                .filter(route -> path.matches(route.substring(5).replaceAll("\\{\\w+}", "[^/]+")))
                .min((one, other) -> Integer.compare(variables(one), variables(other)))
                .orElse("");
    }

    private static int variables(String route) {
        return route.split("\\{", -1).length;
    }

    @Test
    void whateverIsSentIsAnsweredAndARefusalChangesNothing() {
        Random random = new Random(SEED);
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> routes = Routes.of(desk.node()).stream()
                // systems are another test's, streams have no end
                .filter(route -> !route.contains(" /api/") && !route.endsWith("/events"))
                .toList();
        Map<String, String> before = look();
        for (int i = 0; i < routes.size() * REQUESTS_OF_A_ROUTE; i++) {
            String route = routes.get(i % routes.size());
            Request request = request(route, random);
            Reply reply = http.send(request);
            Map<String, String> after = look();
            String told = "seed " + SEED + ", request " + i + ", " + route + ": " + request + "\n" + reply;
            if (reply.status() >= 400 && !after.equals(before)) {
                after = again(request, told);
            }
            before = after;
            statuses.merge(reply.status(), 1, Integer::sum);
            assertThat(reply.status()).as(told).isBetween(200, 499);
            if (reply.status() >= 400) {
                assertThat(INSIDE.matcher(TOKEN.matcher(reply.body()).replaceAll(""))
                                .find())
                        .as(told)
                        .isFalse();
            }
            String location = reply.header("Location");
            assertThat(location).as(told).matches("|/[^/\\\\].*|https?://.+/open-apis/authen/v1/authorize\\?.*");
        }
        System.getLogger(PagesFuzzIT.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "seed {0}: {1} routes, {2}",
                        Long.toString(SEED),
                        routes.size(),
                        statuses);
        assertThat(forms.size()).as("kinds of forms found by links").isGreaterThan(25);
    }

    /** What was found: each was answered as if the desk had failed. */
    @ParameterizedTest
    @CsvSource({
        "/console/answers, application/x-www-form-urlencoded, name=%zz",
        "/console/roster/calendar, multipart/form-data; boundary=b, FILE",
        "/console/roster/calendar, multipart/form-data; boundary=b, NAME"
    })
    void aFormThatCannotBeReadIsRefused(String path, String type, String body) {
        String file = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\nBEGIN:VCALENDAR";
        String sent = body.replace("FILE", file.formatted("a.ics"))
                .replace("NAME", file.formatted("a\0.ics") + "\r\n--b--\r\n");
        List<String> headers = PlainHttp.headers(
                "Accept", "text/html", "Cookie", cookies(ines), "X-CSRF-Token", ines.csrf(), "Content-Type", type);

        Reply reply = http.send(new Request("POST", path, headers, sent.getBytes(StandardCharsets.UTF_8)));

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    }

    /** What is stored, but for files: they come before what they are sent with, and are tidied away if that is refused. */
    private static Map<String, String> look() {
        Map<String, String> now = stored.now();
        now.keySet().removeIf(table -> table.startsWith("attachment"));
        return now;
    }

    /** What the desk does by itself may have come in between; it does not each time that the same is asked. */
    private static Map<String, String> again(Request request, String told) {
        Map<String, String> before = look();
        for (int i = 0; i < TRIES; i++) {
            Reply reply = http.send(request);
            Map<String, String> after = look();
            if (reply.status() < 400 || after.equals(before)) {
                return after;
            }
            before = after;
        }
        throw new AssertionError("it is refused and changes something, " + told);
    }

    private static Request request(String route, Random random) {
        String[] parts = route.split(" ", -1);
        SignedIn who = who(parts[1], random);
        boolean wrong = FINAL.contains(route);
        String path = path(parts[1], who, random, wrong && random.nextBoolean());
        wrong = wrong && path.equals(path(parts[1], who, new Random(0), false));
        List<String> headers = PlainHttp.headers(
                "Accept", random.nextBoolean() ? "text/html" : "*/*", "Cookie", cookies(who), "Accept-Language", "en");
        if (random.nextInt(3) == 0) {
            headers.addAll(List.of("X-Fragment", "1"));
        }
        if (parts[0].equals("GET")) {
            return new Request("GET", path + query(random), headers, new byte[0]);
        }
        if (!wrong && random.nextInt(15) != 0) {
            headers.addAll(List.of("X-CSRF-Token", who.csrf()));
        }
        return route.endsWith(" multipart") ? multipart(path, headers, random) : form(route, path, headers, random);
    }

    private static SignedIn who(String path, Random random) {
        if (path.startsWith("/console")) {
            return random.nextInt(4) == 0 ? sofia : ines;
        }
        return random.nextInt(4) == 0 ? sofia : lena;
    }

    private static String cookies(SignedIn who) {
        return who.browser().cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String path(String template, SignedIn who, Random random, boolean wrong) {
        String path = template.replace("{appId}", who.app());
        for (String name : ids.keySet()) {
            String value = wrong || random.nextInt(12) == 0 ? encoded(Odd.text(random)) : ids.get(name);
            path = path.replace("{" + name + "}", value);
        }
        return path.replaceAll("\\{\\w+}", "x");
    }

    private static String query(Random random) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < random.nextInt(3); i++) {
            query.append(query.isEmpty() ? "?" : "&")
                    .append(one(
                            List.of(
                                    "after",
                                    "q",
                                    "m",
                                    "edit",
                                    "to",
                                    "group",
                                    "at",
                                    "before",
                                    "view",
                                    "turn",
                                    "from",
                                    "until",
                                    "week",
                                    "show",
                                    "sort",
                                    "tenant",
                                    "person",
                                    "who",
                                    "book",
                                    "next",
                                    "code",
                                    "state",
                                    "error",
                                    "year",
                                    "month",
                                    "name",
                                    "plan",
                                    "side",
                                    "ticket",
                                    "outcome",
                                    "customer",
                                    "engineer"),
                            random))
                    .append('=')
                    .append(random.nextInt(6) == 0 ? far(random) : encoded(Odd.text(random)));
        }
        return query.toString();
    }

    /** Places that are written as ours are, and lie where nothing does. */
    private static String far(Random random) {
        String id = ids.get("group");
        return one(
                List.of(
                        "999999999999999999_" + id + "_999999999999999999",
                        "w-99999999999999-999999999999999999",
                        "999999999999999999-99999999999999-4",
                        "999999999999999999." + id + ".999999999999999999." + id + "." + id,
                        "999999999999999999.999999999999999999",
                        "2999-12-31",
                        "9999-W53"),
                random);
    }

    private static Request form(String route, String path, List<String> headers, Random random) {
        List<Forms.Form> known = forms.getOrDefault(route, List.of());
        Map<String, String> fields = new TreeMap<>(new Theirs(ids).form());
        String to = path;
        if (!known.isEmpty() && random.nextInt(4) != 0) {
            Forms.Form form = one(known, random);
            fields = new TreeMap<>(form.fields());
            to = FINAL.contains(route) ? path : form.path();
        }
        List<String> pairs = new ArrayList<>();
        int odd = random.nextInt(3);
        List<String> names = new ArrayList<>(fields.keySet());
        for (int i = 0; i <= odd && !names.isEmpty(); i++) {
            String name = one(names, random);
            switch (random.nextInt(6)) {
                case 0 -> fields.remove(name);
                case 1 -> pairs.add(encoded(name) + "=" + encoded(Odd.text(random)));
                case 2 -> fields.put(Odd.text(random), Odd.text(random));
                default -> fields.put(name, Odd.text(random));
            }
        }
        if (random.nextInt(40) == 0) {
            pairs.addAll(Collections.nCopies(2_000, "x=1"));
        }
        fields.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
        byte[] body = String.join("&", pairs).getBytes(StandardCharsets.UTF_8);
        String type = "application/x-www-form-urlencoded";
        if (random.nextInt(12) == 0) {
            body = random.nextBoolean() ? bytes(random) : "body=%zz&x=%".getBytes(StandardCharsets.UTF_8);
            type = one(List.of(type, "application/json", "multipart/form-data; boundary=x", "text/plain", ""), random);
        }
        headers.addAll(List.of("Content-Type", type));
        return new Request("POST", to, headers, body);
    }

    private static Request multipart(String path, List<String> headers, Random random) {
        StringBuilder body = new StringBuilder();
        new Theirs(ids).form().forEach((name, value) -> body.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(random.nextInt(6) == 0 ? Odd.text(random) : value)
                .append("\r\n"));
        body.append("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"")
                .append(Odd.text(random).replace("\"", ""))
                .append("\"\r\nContent-Type: ")
                .append(one(List.of("text/plain", "image/png", "", "text/calendar"), random))
                .append("\r\n\r\n");
        byte[] content = bytes(random);
        byte[] start = body.toString().getBytes(StandardCharsets.UTF_8);
        byte[] end = (random.nextInt(5) == 0 ? "" : "\r\n--b--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[start.length + content.length + end.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(content, 0, whole, start.length, content.length);
        System.arraycopy(end, 0, whole, start.length + content.length, end.length);
        headers.addAll(List.of(
                "Content-Type", random.nextInt(10) == 0 ? "multipart/form-data" : "multipart/form-data; boundary=b"));
        return new Request("POST", path, headers, whole);
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
