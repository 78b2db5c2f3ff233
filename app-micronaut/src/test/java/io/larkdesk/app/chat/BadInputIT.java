package io.larkdesk.app.chat;

import static io.larkdesk.app.chat.FormFields.BELL;
import static io.larkdesk.app.chat.FormFields.MARK;
import static io.larkdesk.app.chat.FormFields.NUL;
import static io.larkdesk.app.chat.FormFields.OVERRIDE;
import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.app.chat.FormFields.Row;
import io.larkdesk.core.organisation.AppointAdministrator;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
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

/** Whatever is in a form, it is taken as what it is or it is refused, in words, and then nothing has changed. Files: see {@code UploadsIT}. */
class BadInputIT {

    private static RunningDesk desk;
    private static Tables tables;
    private static SignedIn lena;
    private static SignedIn sofia;
    private static Map<String, String> ids;
    private static Theirs theirs;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of("larkdesk.emergency.ack-within", "PT24H"));
        desk.node().endRounds();
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
        return FormFields.FIELDS;
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
        Set<String> listed = Stream.of(
                        fields().stream().map(Row::route),
                        FormFields.WITHOUT_FIELDS.stream(),
                        FormFields.OF_CONSOLE.stream())
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
