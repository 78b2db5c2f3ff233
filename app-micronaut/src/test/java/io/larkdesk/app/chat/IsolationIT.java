package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.person.RegisterStaff;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.TenantId;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Law 6: what is not yours does not exist, and nothing tells a foreign group from one that never was. Each route of the service stands in
 * one of the lists of {@link WhoseRoutes}; one that does not fails {@link #everyRouteIsListed}.
 */
class IsolationIT {

    private static final Map<String, List<String>> WORDS = Map.of(
            "{command}",
            List.of("acknowledge", "confirm", "hand-over", "end", "none"),
            "{change}",
            List.of(
                    "start",
                    "await-customer",
                    "resume",
                    "confirm",
                    "reopen",
                    "resolve",
                    "rate",
                    "severity",
                    "reassign"));

    private static RunningDesk desk;
    private static Tables tables;
    private static SignedIn daniel;
    private static SignedIn li;
    private static SignedIn tomas;
    private static SignedIn noor;
    private static SignedIn engineer;
    private static SignedIn tam;
    private static List<Theirs> theirs;
    private static Map<String, String> content;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of("larkdesk.emergency.ack-within", "PT24H"));
        desk.node().endRounds();
        tables = new Tables(desk.database());
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        tomas = SignedIn.to(desk.node(), "cli_alder", "ou_tomas");
        noor = withoutRole();
        engineer = SignedIn.toConsole(desk.node(), "ou_tomas");
        tam = SignedIn.toConsole(desk.node(), "ou_sofia");
        SignedIn lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
        li = SignedIn.to(desk.node(), "cli_meridian", "ou_li");
        assertThat(li.send(li.path("/leave"), Map.of()).status()).isEqualTo(303);
        theirs = List.of(Theirs.group(lena, meridian().toString()), Theirs.ticket(lena, tables));
        Theirs.settled(tables);
        content = tables.content();
    }

    /** One of the provider's people, whose role is gone while the session is not. */
    private static SignedIn withoutRole() {
        desk.control(
                "/sandbox/people", "{\"app_id\": \"cli_alder\", \"open_id\": \"ou_noor\", \"name\": \"Noor Haddad\"}");
        desk.node()
                .bean(RegisterStaff.class)
                .execute(new RegisterStaff.Command(new OpenId("ou_noor"), PersonName.of("Noor"), StaffRole.ADMIN));
        SignedIn person = SignedIn.toConsole(desk.node(), "ou_noor");
        desk.node().bean(People.class).save(person.person().inRole(Optional.empty()));
        return person;
    }

    /** Nothing that anybody here may do changes anything. */
    @AfterEach
    void requireUnchanged() {
        Map<String, String> before = content;
        content = tables.content();
        assertThat(content).isEqualTo(before);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static String route(String row) {
        return row.replaceAll("\\?\\S*", "");
    }

    private static String path(String row, String app) {
        return row.split(" ", -1)[1].replace("{appId}", app);
    }

    private static boolean isFor(String row, String method) {
        return row.startsWith(method + " ");
    }

    /** The addresses of a row, one for each word where it takes several. */
    private static Stream<String> addresses(String row) {
        return WORDS.entrySet().stream()
                .filter(words -> row.contains(words.getKey()))
                .findFirst()
                .map(words -> words.getValue().stream().map(word -> row.replace(words.getKey(), word)))
                .orElse(Stream.of(row));
    }

    private static List<String> ofMembers() {
        return WhoseRoutes.OF_MEMBERS;
    }

    private static Stream<String> ofSignedIn() {
        return Stream.of(WhoseRoutes.OF_MEMBERS, WhoseRoutes.OF_INVITED, WhoseRoutes.OF_ONESELF)
                .flatMap(List::stream);
    }

    private static Set<String> ofAnybody() {
        return WhoseRoutes.OF_ANYBODY.keySet();
    }

    @Test
    void everyRouteIsListed() {
        Set<String> listed = Stream.of(ofSignedIn(), ofStaff().stream(), ofSystems().stream(), ofAnybody().stream())
                .flatMap(rows -> rows.map(IsolationIT::route))
                .collect(Collectors.toSet());

        assertThat(Routes.of(desk.node())).containsExactlyInAnyOrderElementsOf(listed);
    }

    @ParameterizedTest
    @MethodSource("ofMembers")
    void whatIsNotOnesOwnIsNotThere(String row) {
        addresses(row).forEach(address -> {
            for (Theirs real : theirs) {
                for (SignedIn stranger : List.of(daniel, tomas, li)) {
                    List<Answer> found = answers(stranger, address, real);
                    List<Answer> neverWas = answers(stranger, address, real.with(unknown()));
                    assertThat(found)
                            .allMatch(
                                    answer -> answer.status() == 404,
                                    stranger.person().name() + " at " + address);
                    assertThat(bodies(found, real))
                            .isEqualTo(bodies(neverWas, real.with(unknown())))
                            .noneMatch(body -> body.contains(Theirs.SECRET));
                }
            }
        });
    }

    /** What the page's script gets and what a page says, or what comes of a form that is sent by either. */
    private static List<Answer> answers(SignedIn who, String row, Theirs ids) {
        String path = ids.in(path(row, who.app()));
        if (isFor(row, "GET")) {
            return List.of(who.ask(path), who.browser().get(path));
        }
        boolean file = row.endsWith(" multipart");
        return file
                ? List.of(ids.post(who, path, true))
                : List.of(ids.post(who, path, false), who.submit(path, ids.form()));
    }

    private static Map<String, String> unknown() {
        return Map.of(
                "group", new GroupId(new TenantId(new UUID(4, 2)), new UUID(2, 4)).toString(), "number", "999998");
    }

    /** Without what differs each time, and without the ids that were asked for. */
    private static List<String> bodies(List<Answer> answers, Theirs ids) {
        List<String> bodies = new ArrayList<>();
        for (Answer answer : answers) {
            String body = answer.body().replaceAll("\\b[0-9a-f]{10}\\b", "");
            bodies.add(body.replace(ids.in("{group}"), "").replace(ids.in("{number}"), ""));
        }
        return bodies;
    }

    @ParameterizedTest
    @MethodSource("ofSignedIn")
    void whoIsNotSignedInIsAskedTo(String row) {
        for (Theirs real : theirs) {
            for (String address : addresses(row).toList()) {
                String path = real.in(path(address, "cli_meridian"));
                assertThat(status(daniel, address, path, real)).as(address).isEqualTo(401);
                if (isFor(row, "GET")) {
                    assertThat(daniel.browser().get(path).location()).startsWith("/thirdparty/lark/cli_meridian/login");
                    assertThat(new TestBrowser(desk.node()).get(path).location())
                            .startsWith("/thirdparty/lark/cli_meridian/login");
                }
            }
        }
    }

    private static int status(SignedIn who, String row, String path, Theirs ids) {
        return isFor(row, "GET")
                ? who.ask(path).status()
                : ids.post(who, path, row.endsWith(" multipart")).status();
    }

    @ParameterizedTest
    @MethodSource("ofAnybody")
    void whatIsForAnybodyTellsNothing(String row) {
        TestBrowser nobody = new TestBrowser(desk.node());
        String path = path(row, "cli_meridian")
                .replace("{hash}", "0")
                .replace("{name}", "page.js")
                .replace("{token}", "A".repeat(43))
                .replace("{selector}", "liveness");

        Answer answer = isFor(row, "GET") ? nobody.get(path) : nobody.post(path, Map.of());

        assertThat(answer.status()).isEqualTo(WhoseRoutes.OF_ANYBODY.get(row));
        assertThat(answer.body()).doesNotContain(Theirs.SECRET, "Lena", "Meridian Labs");
    }

    @ParameterizedTest
    @MethodSource("ofInvited")
    void aLinkIsForItsOrganisationAlone(String row) {
        for (Theirs real : theirs) {
            for (SignedIn stranger : List.of(daniel, tomas)) {
                assertThat(answers(stranger, row, real)).allSatisfy(answer -> {
                    assertThat(answer.status()).isIn(403, 404);
                    assertThat(answer.body()).doesNotContain(Theirs.SECRET);
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ofStaff")
    void theConsoleIsForStaff(String row) {
        Theirs real = theirs.get(1);
        addresses(row).forEach(address -> {
            String path = real.in(path(address, "cli_alder")
                    .replace("{tenant}", meridian().tenant().toString()));
            assertThat(status(daniel, row, path, real)).as(address).isEqualTo(401);
            if (isFor(row, "GET")) {
                assertThat(daniel.browser().get(path).location()).startsWith("/thirdparty/lark/cli_alder/login");
            }
            Answer answer = isFor(row, "GET") ? noor.browser().get(path) : posted(noor, row, path, real);
            assertThat(answer.status()).as(address).isIn(403, 410);
            assertThat(answer.body()).doesNotContain(Theirs.SECRET, "Meridian Labs", "Sofia");
        });
    }

    /** An engineer who serves other customers; Emergencies are everybody's, and whose events are told is told elsewhere. */
    @ParameterizedTest
    @MethodSource("ofThoseWhoServe")
    void theConsoleShowsACustomerToThoseWhoServeIt(String row) {
        Theirs real = theirs.get(1);
        String path = real.in(
                path(row, "cli_alder").replace("{tenant}", meridian().tenant().toString()));

        Answer answer = isFor(row, "GET") ? engineer.browser().get(path) : posted(engineer, row, path, real);

        if (row.contains("{tenant}")) {
            assertThat(answer.status()).isIn(403, 404, 410);
        }
        assertThat(answer.body()).doesNotContain(Theirs.SECRET);
    }

    /** The control of that: it is there to be seen, and for those who do. */
    @Test
    void theConsoleShowsACustomerToItsTam() {
        assertThat(tam.browser().get("/console/queue").body()).contains(Theirs.SECRET);
        assertThat(tam.browser().get("/console/tenants/" + meridian().tenant()).status())
                .isEqualTo(200);
    }

    private static List<String> ofThoseWhoServe() {
        return ofStaff().stream()
                .filter(row -> isFor(row, "GET") || row.contains("{tenant}") || row.contains("/queue/"))
                .filter(row -> !row.contains("/queue/views"))
                .filter(row -> !row.contains("/console/emergencies") && !row.contains("/console/events"))
                // All staff may take it, which is noted
                .filter(row -> !row.endsWith("/roster.ics"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ofSystems")
    void noSessionIsASystem(String row) {
        Theirs real = theirs.get(1);
        String path = real.in(path(row, "cli_meridian")
                .replace("{tenant}", meridian().tenant().toString()));
        for (SignedIn person : List.of(daniel, tomas, li, noor)) {
            Answer answer = person.browser()
                    .send(
                            row.split(" ", -1)[0],
                            path,
                            BodyPublishers.ofString("{}"),
                            "Accept",
                            "*/*",
                            "Content-Type",
                            "application/json");
            assertThat(answer.status()).as(row).isEqualTo(401);
            assertThat(answer.body()).doesNotContain(Theirs.SECRET, "Meridian Labs");
        }
    }

    private static List<String> ofSystems() {
        return WhoseRoutes.OF_SYSTEMS;
    }

    private static Answer posted(SignedIn who, String row, String path, Theirs ids) {
        return row.endsWith(" multipart") ? ids.post(who, path, true) : who.submit(path, ids.form());
    }

    private static List<String> ofStaff() {
        return WhoseRoutes.OF_STAFF;
    }

    private static List<String> ofInvited() {
        return WhoseRoutes.OF_INVITED;
    }

    @ParameterizedTest
    @MethodSource("ofMembers")
    void whatIsNoIdIsNotThere(String row) {
        Predicate<String> fits = none -> row.contains("{group}") || !none.contains("A");
        for (String none : Stream.of("x", "A".repeat(43), "A".repeat(44), meridian() + "A", "%2e%2e", "0", "-1")
                .filter(fits)
                .toList()) {
            Theirs senseless = theirs.get(0).with(Map.of("group", none, "number", none));
            for (String address : addresses(row).toList()) {
                assertThat(answers(daniel, address, senseless)).as(none).allMatch(answer -> answer.status() == 404);
            }
        }
    }

    private static GroupId meridian() {
        return SignedIn.groupOf(desk.node(), "cli_meridian");
    }

    /** The control of every test that has a customer's browser: whatever names another customer to it is found. */
    @Test
    void anAnswerThatNamesAnotherCustomerIsFound() {
        assertThatThrownBy(() -> daniel.browser().get(daniel.path("/workstation?q=Meridian+Labs")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("of Meridian Labs");
    }
}
