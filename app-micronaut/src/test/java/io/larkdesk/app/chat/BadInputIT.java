package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.organisation.AppointAdministrator;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in a form, it is taken as what it is or it is refused, in words, and then nothing has changed. Files: see {@code FilesIT}. */
class BadInputIT {

    /**
     * Each field of each form: who sends it, where to, its name, what it is, the status where it is wrong, and after which field the page
     * says so; {@code -} where people cannot see the field, and the page says that the form is incomplete.
     */
    private static final List<Row> FIELDS = """
            lena /lark/{appId}/groups/{group}/messages clientId WORD 400 -
            lena /lark/{appId}/groups/{group}/messages body TEXT 422 body
            lena /lark/{appId}/groups/{group}/messages files PERHAPS_WORD 400 -
            lena /lark/{appId}/groups/{group}/messages/{seq} body TEXT 422 edit
            lena /lark/{appId}/groups/{group}/read upTo WORD 400 -
            lena /lark/{appId}/groups/{group}/tickets clientId WORD 400 -
            lena /lark/{appId}/groups/{group}/tickets title TEXT 422 title
            lena /lark/{appId}/groups/{group}/tickets product WORD 422 product
            lena /lark/{appId}/groups/{group}/tickets severity WORD 422 severity
            lena /lark/{appId}/groups/{group}/tickets description PERHAPS_TEXT 422 description
            lena /lark/{appId}/groups/{group}/invites limit PERHAPS_WORD 422 limit
            lena /lark/{appId}/groups/{group}/members/{person}/hand-over version WORD 400 -
            lena /lark/{appId}/groups/{group}/tickets files PERHAPS_WORD 400 -
            lena /lark/{appId}/organisation/administrators person WORD 422 person
            lena /lark/{appId}/organisation/administrators/dismiss person WORD 422 person
            lena /lark/{appId}/person/inviteToGroup code WORD 404 -
            lena /lark/{appId}/preferences/reminders/hours from WORD 422 quiet
            lena /lark/{appId}/preferences/reminders/hours until WORD 422 quiet
            lena /lark/{appId}/preferences/reminders/hours zone WORD 400 -
            lena /lark/{appId}/preferences/reminders/pause for CHOICE 400 -
            lena /lark/{appId}/tickets/{number}/reminders clientId WORD 400 -
            lena /lark/{appId}/tickets/{number}/emergency clientId WORD 400 -
            lena /lark/{appId}/tickets/{number}/emergency reason WORD 422 reason
            lena /lark/{appId}/tickets/{number}/emergency impact PERHAPS_TEXT 422 impact
            sofia /lark/{appId}/tickets/{number}/emergency/acknowledge emergency WORD 400 -
            sofia /lark/{appId}/tickets/{number}/emergency/acknowledge version WORD 400 -
            sofia /lark/{appId}/tickets/{number}/emergency/hand-over person WORD 400 -
            sofia /lark/{appId}/tickets/{number}/emergency/end closing TEXT 422 closing
            sofia /lark/{appId}/tickets/{number}/notes clientId WORD 400 -
            sofia /lark/{appId}/tickets/{number}/notes note TEXT 422 note
            sofia /lark/{appId}/tickets/{number}/start version WORD 400 -
            sofia /lark/{appId}/tickets/{number}/resolve resolution TEXT 422 resolution
            sofia /lark/{appId}/tickets/{number}/severity severity WORD 422 severity
            sofia /lark/{appId}/tickets/{number}/reassign person WORD 422 person
            lena /lark/{appId}/tickets/{closed}/rate stars WORD 422 stars
            lena /lark/{appId}/tickets/{closed}/rate word PERHAPS_TEXT 422 word
            """.lines().map(Row::of).toList();

    /** Forms of staff and of customers' administrators, whose fields the tests of each part of the console try. */
    private static final Set<String> OF_CONSOLE = Set.of(
            "POST /console/answers",
            "POST /console/answers/remove",
            "POST /console/audit/verify",
            "POST /console/api",
            "POST /console/api/{token}/revoke",
            "POST /console/budgets/{tenant}/allowance",
            "POST /console/emergencies/{emergency}/{command}",
            "POST /console/fence",
            "POST /console/plans/calendar",
            "POST /console/plans/plan",
            "POST /console/queue/assign",
            "POST /console/queue/resolve",
            "POST /console/queue/take",
            "POST /console/queue/views",
            "POST /console/queue/views/forget",
            "POST /console/reminders/again",
            "POST /console/roster/absences",
            "POST /console/roster/absences/end",
            "POST /console/roster/rotations",
            "POST /console/roster/shifts",
            "POST /console/roster/shifts/cancel",
            "POST /console/roster/shifts/cover",
            "POST /console/setup",
            "POST /console/setup/administrator",
            "POST /console/staff/{person}",
            "POST /console/tenants",
            "POST /console/tenants/{tenant}/activate",
            "POST /console/tenants/{tenant}/administrators",
            "POST /console/tenants/{tenant}/administrators/dismiss",
            "POST /console/tenants/{tenant}/app",
            "POST /console/tenants/{tenant}/app-change",
            "POST /console/tenants/{tenant}/app-change/give-up",
            "POST /console/tenants/{tenant}/app-change/preflight",
            "POST /console/tenants/{tenant}/app-change/switch",
            "POST /console/tenants/{tenant}/deletion",
            "POST /console/tenants/{tenant}/deletion/give-up",
            "POST /console/tenants/{tenant}/deletion/without-export",
            "POST /console/tenants/{tenant}/export",
            "POST /console/tenants/{tenant}/guide",
            "POST /console/tenants/{tenant}/give-up",
            "POST /console/tenants/{tenant}/guide/revoke",
            "POST /console/tenants/{tenant}/name",
            "POST /console/tenants/{tenant}/preflight",
            "POST /console/tenants/{tenant}/resume",
            "POST /console/tenants/{tenant}/tam",
            "POST /console/tenants/{tenant}/secret",
            "POST /console/tenants/{tenant}/steps",
            "POST /console/tenants/{tenant}/suspend",
            "POST /console/webhooks",
            "POST /console/webhooks/events/{event}/replay",
            "POST /console/webhooks/{endpoint}/{what}",
            "POST /guide/{token}/app",
            "POST /guide/{token}/name",
            "POST /guide/{token}/preflight",
            "POST /guide/{token}/steps");

    /** Forms without a field, and those whose fields are choices: what is none of them is as if it were not there. */
    private static final Set<String> WITHOUT_FIELDS = Set.of(
            "POST /lark/{appId}/groups/{group}/attachments/{file}/delete",
            "POST /lark/{appId}/groups/{group}/invites/{invite}/revoke",
            "POST /lark/{appId}/groups/{group}/leave",
            "POST /lark/{appId}/groups/{group}/members/{person}/remove",
            "POST /lark/{appId}/groups/{group}/messages/{seq}/delete",
            "POST /lark/{appId}/tickets/{number}/emergency/back",
            "POST /lark/{appId}/preferences",
            "POST /lark/{appId}/sign-out");

    private static final String NUL = "\u0000";
    private static final String BELL = "\u0007";
    private static final String OVERRIDE = "\u202E";
    private static final String MARK = "\u200F";
    private static final String TOO_LONG = "9".repeat(20_000);

    /** What a field is. */
    private enum Kind {
        /** An id, a number or a choice; needed. */
        WORD,
        /** The same; it may be missing or empty. */
        PERHAPS_WORD,
        /** A choice, of which nothing is one. */
        CHOICE,
        /** What people write; needed. */
        TEXT,
        /** What people write; it may be missing. */
        PERHAPS_TEXT
    }

    private record Row(String who, String path, String field, Kind kind, int status, String problem) {

        private static Row of(String line) {
            String[] cells = line.split(" ", -1);
            return new Row(cells[0], cells[1], cells[2], Kind.valueOf(cells[3]), Integer.parseInt(cells[4]), cells[5]);
        }

        private String route() {
            return "POST "
                    + path.replace("{closed}", "{number}")
                            .replaceAll("emergency/(acknowledge|hand-over|end)$", "emergency/{command}")
                            .replaceAll("\\{number}/(start|resolve|severity|reassign|rate)$", "{number}/{change}");
        }

        /** Values that are none. */
        private List<String> wrong(String right) {
            List<String> wrong = new ArrayList<>(List.of(TOO_LONG));
            if (kind != Kind.PERHAPS_TEXT) {
                wrong.addAll(List.of(NUL, BELL, OVERRIDE, MARK));
            }
            if (kind == Kind.WORD || kind == Kind.TEXT) {
                wrong.addAll(List.of("", " "));
            }
            if (kind != Kind.TEXT && kind != Kind.PERHAPS_TEXT) {
                wrong.addAll(List.of("x", right + NUL, right + BELL, OVERRIDE + right, MARK + right));
                if (!field.equals("code")) {
                    // these are for numbers; and nobody may guess codes more than 30 times a minute
                    wrong.addAll(List.of("1-", "1.5"));
                }
            }
            return wrong;
        }

        private boolean mayBeMissing() {
            return kind == Kind.PERHAPS_WORD || kind == Kind.PERHAPS_TEXT;
        }

        @Override
        public String toString() {
            return path + " " + field;
        }
    }

    private static RunningDesk desk;
    private static Tables tables;
    private static SignedIn lena;
    private static SignedIn sofia;
    private static Map<String, String> ids;
    private static Theirs theirs;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of("larkdesk.emergency.ack-within", "PT24H"));
        tables = new Tables(desk.database());
        lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
        sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        desk.node()
                .bean(AppointAdministrator.class)
                .execute(new AppointAdministrator.Command(
                        sofia.person().id(), lena.person().id()));
        String closed = number(lena.openTicket("Done with"));
        change(sofia, closed, "resolve", Map.of("resolution", "Done"));
        change(lena, closed, "confirm", Map.of());
        theirs = Theirs.ticket(lena, tables);
        Theirs service = Theirs.group(lena, lena.path("").replaceAll(".*/", ""));
        ids = new HashMap<>(theirs.ids());
        ids.putAll(Map.of(
                "group",
                service.in("{group}"),
                "seq",
                service.in("{seq}"),
                "code",
                service.in("{code}"),
                "closed",
                closed));
        theirs = new Theirs(ids);
        Theirs.settled(tables);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static String number(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void change(SignedIn who, String number, String change, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put(
                "version",
                tables.list("select version from ticket where ticket_number = " + number)
                        .get(0));
        Answer done = who.send("/lark/" + who.app() + "/tickets/" + number + "/" + change, form);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
    }

    private static List<Row> fields() {
        return FIELDS;
    }

    private static SignedIn sender(Row row) {
        return row.who().equals("sofia") ? sofia : lena;
    }

    private static String path(Row row) {
        return theirs.in(row.path().replace("{appId}", sender(row).app()));
    }

    /** A form that would be taken. */
    private static Map<String, String> right(Row row) {
        Map<String, String> form = theirs.form();
        form.putAll(Map.of(
                "files",
                UUID.randomUUID().toString(),
                "limit",
                "3",
                "from",
                "22:00",
                "until",
                "07:00",
                "zone",
                "UTC",
                "for",
                "PT1H"));
        form.put("person", sofia.person().id().toString());
        if (!row.field().equals("files")) {
            form.remove("files");
        }
        return form;
    }

    @Test
    void everyFormIsListed() {
        Set<String> listed = Stream.of(fields().stream().map(Row::route), WITHOUT_FIELDS.stream(), OF_CONSOLE.stream())
                .flatMap(routes -> routes)
                .collect(Collectors.toSet());

        assertThat(Routes.of(desk.node()))
                .filteredOn(route -> route.startsWith("POST ") && !route.endsWith(" multipart"))
                // what systems send, ApiIT tries
                .filteredOn(route -> !route.startsWith("POST /api/"))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void whatIsWrongIsRefusedInWordsAndChangesNothing(Row row) {
        Map<String, String> before = tables.content();
        Map<String, String> form = right(row);
        String right = form.getOrDefault(row.field(), "");
        for (String value : row.wrong(right)) {
            form.put(row.field(), value);
            refused(row, form);
        }
        form.remove(row.field());
        if (!row.mayBeMissing()) {
            refused(row, form);
            sentTwice(row, form, right);
        }
        assertThat(tables.content()).isEqualTo(before);
    }

    private static void refused(Row row, Map<String, String> form) {
        String value = name(form.getOrDefault(row.field(), "nothing"));
        Answer told = sender(row).send(path(row), form);
        Answer page = sender(row).submit(path(row), form);

        assertThat(told.status()).as(value).isEqualTo(row.status());
        assertThat(page.status()).as(value).isEqualTo(row.status());
        assertThat(page.header("Content-Type")).startsWith("text/html");
        if (row.problem().equals("-")) {
            assertThat(told.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(told.body()).contains("\"status\":" + row.status());
            assertThat(page.title()).isNotEmpty();
        } else {
            assertThat(page.body()).as(value).contains("id=\"" + row.problem() + "-problem\"");
            assertThat(told.body()).as(value).containsAnyOf("\"problem\":\"", "id=\"" + row.problem() + "-problem\"");
        }
    }

    private static void sentTwice(Row row, Map<String, String> form, String right) {
        String field = "&" + row.field() + "=" + URLEncoder.encode(right, StandardCharsets.UTF_8);
        String body = form.entrySet().stream()
                        .map(other ->
                                other.getKey() + "=" + URLEncoder.encode(other.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                + field
                + field;
        Answer answer = sender(row)
                .browser()
                .send(
                        "POST",
                        path(row),
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "X-Fragment",
                        "1",
                        "X-CSRF-Token",
                        sender(row).csrf());
        assertThat(answer.status()).as("twice").isEqualTo(row.status());
    }

    private static String name(String value) {
        return value.length() > 100
                ? "too long"
                : value.codePoints()
                        .mapToObj(c -> c < 32 || c > 126 ? "\\u%04x".formatted(c) : Character.toString(c))
                        .collect(Collectors.joining("", "'", "'"));
    }

    /** What nobody sees does no harm in what people write: it is left out, or is part of their script. */
    @ParameterizedTest
    @ValueSource(strings = {BELL, OVERRIDE, MARK})
    void whatNobodySeesIsLeftOutOfWhatPeopleWrite(String unseen) {
        String text = "be" + unseen + "fore";

        assertThat(lena.say(text).status()).isEqualTo(200);
        Map<String, String> ticket = new HashMap<>(SignedIn.ticket(text));
        ticket.put("description", text);
        assertThat(lena.send(lena.path("/tickets"), ticket).status()).isEqualTo(201);
        Map<String, String> emergency = theirs.form();
        emergency.put("impact", text);
        assertThat(lena.send(theirs.in("/lark/cli_meridian/tickets/{number}/emergency"), emergency)
                        .status())
                .isEqualTo(303);

        for (String found :
                List.of("message.body", "ticket.title", "ticket.description", "emergency_declaration.impact")) {
            String[] column = found.split("\\.", -1);
            List<String> stored = tables.list(
                    "select " + column[1] + " from " + column[0] + " where " + column[1] + " like 'be%fore'");
            assertThat(stored)
                    .as(found)
                    .contains(unseen.equals(MARK) ? text : "before")
                    .noneMatch(other -> other.contains(BELL) || other.contains(OVERRIDE));
        }
        Theirs.settled(tables);
    }

    /** PostgreSQL refuses NUL: it must not get that far. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/groups/{group}?m=%00",
                "/groups/{group}?edit=%00",
                "/groups/{group}?to=%00",
                "/groups/{group}/members?q=%00&side=%00",
                "/groups/{group}/members/%00/remove",
                "/groups/{group}/messages?before=%00",
                "/groups/{group}/messages?after=%00",
                "/groups/{group}/messages/%00/readers",
                "/groups/{group}/messages/%00/reminder",
                "/groups/{group}/attachments/%00",
                "/groups/{group}/invites/%00/revoke",
                "/groups/%00",
                "/tickets/%00",
                "/tickets/{number}?m=%00",
                "/person/inviteToGroup?code=%00",
                "/events?group=%00"
            })
    void addressesWithCharactersThatNoTextHasAreAnswered(String address) {
        String path = "/lark/cli_meridian" + theirs.in(address);

        assertThat(lena.browser().get(path).status()).isIn(200, 303, 400, 404);
        assertThat(lena.ask(path).status()).isIn(200, 303, 400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {NUL, BELL, OVERRIDE, MARK, "", "x"})
    void choicesThatAreNoneChangeNothing(String value) {
        Map<String, String> before = tables.content();

        Answer answer = lena.submit(
                "/lark/cli_meridian/preferences",
                Map.of("language", value, "theme", value, "enter", value, "next", value));

        assertThat(answer.location()).isEqualTo("/lark/cli_meridian/workbench");
        assertThat(answer.headers("Set-Cookie")).isEmpty();
        assertThat(tables.content()).isEqualTo(before);
    }
}
