package io.larkdesk.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChange;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditTrail;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.token.RevokeToken;
import io.larkdesk.core.token.TokenScope;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a system can do by a token, and what it cannot. {@link ApiClient} checks each answer against the document. */
class ApiIT {

    private static final String ROOT = "/api/v1";

    private static RunningDesk desk;
    private static SignedIn daniel;
    private static ApiClient sofia;
    private static ApiClient ines;
    private static String harbour;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        sofia = ApiClient.of(desk.node(), "ou_sofia");
        ines = ApiClient.of(desk.node(), "ou_ines");
        harbour = SignedIn.groupOf(desk.node(), "cli_harbour").tenant().toString();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static String tenant(String tail) {
        return ROOT + "/tenants/" + harbour + tail;
    }

    private static String ticket(String title) {
        return "{\"title\": \"" + title + "\", \"description\": \"Since 13:40\", \"severity\": \"HIGH\"}";
    }

    private static JsonNode json(Answer answer) {
        return ApiDocument.parse(answer.body());
    }

    private static JsonNode opened(String title) {
        Answer answer = sofia.post(tenant("/tickets"), ticket(title));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private static String path(JsonNode ticket) {
        return ROOT + "/tickets/" + ticket.path("number").asLong();
    }

    private static List<String> titles(JsonNode page) {
        List<String> titles = new ArrayList<>();
        page.path("items").forEach(item -> titles.add(item.path("title").asText()));
        return titles;
    }

    @Test
    void everyRouteIsInTheDocumentAndNothingElse() {
        Set<String> routes = desk.node()
                .bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString())
                .filter(route -> route.contains(" " + ROOT))
                .filter(route -> !route.endsWith("/openapi.json"))
                .collect(Collectors.toSet());

        assertThat(routes).hasSizeGreaterThan(15);
        assertThat(sofia.document().operations()).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void aTicketIsOpenedFollowedAndMovedOn() {
        Answer created = sofia.post(tenant("/tickets"), ticket("Opened by a system"));
        assertThat(created.status()).isEqualTo(201);
        JsonNode ticket = json(created);
        assertThat(created.location()).isEqualTo(path(ticket));
        assertThat(titles(sofia.read(tenant("/tickets?state=OPEN")))).contains("Opened by a system");

        Answer moved = sofia.patch(
                path(ticket), "{\"version\": " + ticket.path("version") + ", \"state\": \"WAITING_FOR_CUSTOMER\"}");
        assertThat(json(moved).path("state").asText()).isEqualTo("WAITING_FOR_CUSTOMER");
        Answer stale =
                sofia.patch(path(ticket), "{\"version\": " + ticket.path("version") + ", \"severity\": \"LOW\"}");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(json(stale).path("type").asText()).endsWith("/stale");

        Answer resolved = sofia.patch(
                path(ticket),
                "{\"version\": " + json(moved).path("version")
                        + ", \"state\": \"RESOLVED\", \"resolution\": \"Restarted\"}");
        assertThat(json(resolved).path("resolution").asText()).isEqualTo("Restarted");
        assertThat(sofia.read(path(ticket)).path("state").asText()).isEqualTo("RESOLVED");
    }

    @Test
    void pagesOfTicketsHaveEachOnce() {
        for (int i = 0; i < 5; i++) {
            opened("Page " + i);
        }
        List<String> found = new ArrayList<>();
        String next = tenant("/tickets?limit=2");
        while (!next.isEmpty()) {
            Answer page = sofia.get(next);
            found.addAll(titles(json(page)));
            String link = page.header("Link");
            assertThat(link.isEmpty()).isEqualTo(json(page).path("next").isMissingNode());
            next = link.isEmpty()
                    ? ""
                    : URI.create(link.replaceAll("^<|>.*", "")).toString();
        }
        assertThat(found).doesNotHaveDuplicates().contains("Page 0", "Page 1", "Page 2", "Page 3", "Page 4");
        assertThat(found).isEqualTo(titles(sofia.read(tenant("/tickets?limit=100"))));
    }

    @Test
    void onlyWhatHasChangedSinceIsListed() {
        opened("Before");
        String since = sofia.read(path(opened("After"))).path("activeAt").asText();

        assertThat(titles(sofia.read(tenant("/tickets?since=" + since))))
                .contains("After")
                .doesNotContain("Before");
        assertThat(titles(sofia.read(tenant("/tickets?since=2999-01-01T00:00:00Z"))))
                .isEmpty();
    }

    @Test
    void messagesAreSaidAndReadAsThePersonOfTheToken() {
        JsonNode ticket = opened("Said");
        Answer said = sofia.post(path(ticket) + "/messages", "{\"body\": \"We look into it\"}");
        assertThat(json(said).path("author").asText())
                .isEqualTo(sofia.person().id().toString());
        assertThat(sofia.read(path(ticket) + "/messages").toString()).contains("We look into it");
        assertThat(sofia.get(said.location()).body()).contains("We look into it");
        assertThat(sofia.read(tenant("/messages")).path("items")).isNotEmpty();

        assertThat(sofia.post(path(ticket) + "/messages", "{\"body\": \" \"}").status())
                .isEqualTo(422);
        assertThat(ines.get(path(ticket) + "/messages").status()).isEqualTo(404);
    }

    @Test
    void notesAreAddedAndNoCustomerSeesThem() {
        JsonNode ticket = opened("Noted");
        assertThat(sofia.post(path(ticket) + "/notes", "{\"text\": \"Ask for the invoice\"}")
                        .status())
                .isEqualTo(201);
        assertThat(ines.read(path(ticket) + "/notes").toString()).contains("Ask for the invoice");
        assertThat(sofia.read(path(ticket) + "/messages").toString()).doesNotContain("invoice");
    }

    @Test
    void tenantsMembersAndBudgetsAreThoseOfThePerson() {
        assertThat(ines.read(ROOT + "/tenants").toString()).contains("Harbour Retail Group", "Meridian Labs");
        assertThat(sofia.read(tenant("")).path("organisation").asText()).isEqualTo("Harbour Retail Group");
        assertThat(sofia.read(tenant("/members")).toString())
                .contains(daniel.person().name().value());
        assertThat(sofia.read(path(opened("Members")) + "/members").path("items"))
                .isNotEmpty();
        assertThat(ines.read(ROOT + "/budgets").path("items")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(sofia.read(ROOT + "/budgets/" + harbour).path("allowance").asInt())
                .isPositive();
    }

    @Test
    void pagesOfTenantsHaveEachOnce() {
        Set<String> found = new HashSet<>();
        JsonNode page = ines.read(ROOT + "/tenants?limit=1");
        found.add(page.path("items").path(0).path("id").asText());
        page = ines.read(ROOT + "/tenants?limit=1&after=" + page.path("next").asText());
        found.add(page.path("items").path(0).path("id").asText());

        assertThat(found).hasSize(2);
        assertThat(page.path("next").isMissingNode()).isTrue();
    }

    @Test
    void theRosterIsShownAndPlanned() {
        String shift = "{\"person\": \"" + sofia.person().id() + "\", \"role\": \"TAM\","
                + " \"from\": \"2031-03-01T09:00:00+08:00\", \"until\": \"2031-03-01T17:00:00+08:00\"}";
        assertThat(sofia.post(ROOT + "/roster/shifts", shift).status()).isEqualTo(201);
        JsonNode shifts = sofia.read(ROOT + "/roster/shifts?from=2031-03-01T00:00:00Z&until=2031-03-02T00:00:00Z");
        assertThat(shifts.path("items").path(0).path("from").asText()).isEqualTo("2031-03-01T01:00:00Z");
        assertThat(sofia.get(ROOT + "/roster/on-duty").status()).isEqualTo(200);
    }

    /** As the console has them, where shifts are cancelled and covered. */
    @Test
    void timesAreOfThisMillenniumAndToTheMillisecond() {
        String shift = "{\"person\": \"" + sofia.person().id() + "\", \"role\": \"TAM\","
                + " \"from\": \"2031-05-01T09:00:00.123456Z\", \"until\": \"2031-05-01T17:00:00Z\"}";
        assertThat(sofia.post(ROOT + "/roster/shifts", shift).body()).contains("\"2031-05-01T09:00:00.123Z\"");
        for (String never : List.of("%2B300000-01-01T00:00:00Z", "1999-12-31T23:59:59Z")) {
            assertThat(sofia.get(ROOT + "/roster/shifts?from=" + never).status())
                    .as(never)
                    .isEqualTo(422);
        }
    }

    @Test
    void whatASystemDoesIsToldFromWhatItsPersonDoes() {
        String shift = "{\"person\": \"" + sofia.person().id() + "\", \"role\": \"TAM\","
                + " \"from\": \"2031-04-01T09:00:00+08:00\", \"until\": \"2031-04-01T17:00:00+08:00\"}";
        assertThat(sofia.post(ROOT + "/roster/shifts", shift).status()).isEqualTo(201);

        AuditTrail trail = desk.node().bean(AuditTrail.class);
        AuditEntry entry = trail.listAfter(
                        AuditBook.PROVIDER, trail.end(AuditBook.PROVIDER).place() - 1, 1)
                .get(0);
        assertThat(entry.event().actor()).isEqualTo(AuditActor.of(sofia.person().id()));
        assertThat(entry.event().changes().list())
                .extracting(AuditChange::field)
                .contains(AuditField.TOKEN);
        assertThat(SignedIn.toConsole(desk.node(), "ou_ines")
                        .browser()
                        .get("/console/audit")
                        .body())
                .contains("By API token");
    }

    @Test
    void theSameRequestUnderTheSameKeyIsDoneOnce() {
        Answer first = sofia.post(tenant("/tickets"), ticket("Only once"), "key-1");
        Answer again = sofia.post(tenant("/tickets"), ticket("Only once"), "key-1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.location()).isEqualTo(first.location());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(titles(sofia.read(tenant("/tickets?limit=100")))).containsOnlyOnce("Only once");

        Answer other = sofia.post(tenant("/tickets"), ticket("Something else"), "key-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(json(other).path("type").asText()).endsWith("/idempotency-key-used");
        assertThat(sofia.post(tenant("/tickets"), ticket("Odd key"), "a b").status())
                .isEqualTo(400);
    }

    @Test
    void allThatIsWrongIsToldByField() {
        Answer answer =
                sofia.post(tenant("/tickets"), "{\"title\": \" \", \"severity\": \"VERY\", \"product\": \"x\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(json(answer).path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("title", "description", "severity");
        assertThat(sofia.get(tenant("/tickets?state=x")).status()).isEqualTo(422);
        assertThat(sofia.get(tenant("/tickets?limit=0")).status()).isEqualTo(422);
        assertThat(sofia.get(tenant("/tickets?since=yesterday")).status()).isEqualTo(422);
        assertThat(sofia.get(tenant("/tickets?after=!")).status()).isEqualTo(422);
        assertThat(sofia.get(tenant("/tickets?after=eA")).status()).isEqualTo(422);
    }

    @Test
    void whatIsNoneOfThePersonsBusinessIsNotThere() {
        assertThat(sofia.get(ROOT + "/tickets/999999").status()).isEqualTo(404);
        assertThat(sofia.get(ROOT + "/tickets/x").status()).isEqualTo(404);
        assertThat(sofia.get(ROOT + "/tenants/x").status()).isEqualTo(404);
        assertThat(sofia.get(ROOT + "/tenants/" + sofia.person().id() + "/tickets")
                        .status())
                .isEqualTo(404);
        assertThat(sofia.get(ROOT + "/budgets/" + sofia.person().id()).status()).isEqualTo(404);
    }

    @Test
    void withoutATokenThereIsOnlyAChallenge() {
        for (String authorization : List.of("", "Basic YTpi", "Bearer x", "Bearer lkd_" + "A".repeat(43))) {
            Answer answer = authorization.isEmpty()
                    ? daniel.browser().get(ROOT + "/tenants", "Accept", "*/*")
                    : daniel.browser().get(ROOT + "/tenants", "Accept", "*/*", "Authorization", authorization);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer realm=\"larkdesk\"");
            assertThat(answer.body()).doesNotContain("Harbour");
        }
    }

    @Test
    void aSessionOpensNothing() {
        SignedIn staff = SignedIn.toConsole(desk.node(), "ou_sofia");
        assertThat(staff.browser().get(ROOT + "/tenants", "Accept", "*/*").status())
                .isEqualTo(401);
    }

    @Test
    void aTokenIsForItsScopesAlone() {
        ApiClient narrow = ApiClient.of(desk.node(), "ou_sofia", TokenScope.TENANTS_READ);
        assertThat(narrow.get(ROOT + "/tenants").status()).isEqualTo(200);
        Answer refused = narrow.get(tenant("/tickets"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate"))
                .contains("error=\"insufficient_scope\"", "scope=\"tickets:read\"");
    }

    @Test
    void aTokenThatIsWithdrawnOrWhosePersonHasNoRoleOpensNothing() {
        ApiClient client = ApiClient.of(desk.node(), "ou_sofia", TokenScope.TENANTS_READ);
        desk.node()
                .bean(RevokeToken.class)
                .execute(new RevokeToken.Command(
                        ines.person().id(), client.issued().token().id()));
        assertThat(client.get(ROOT + "/tenants").header("WWW-Authenticate")).contains("invalid_token");

        People people = desk.node().bean(People.class);
        try {
            people.save(ines.person().inRole(Optional.of(StaffRole.ENGINEER)));
            assertThat(ines.get(ROOT + "/tenants").status()).isEqualTo(401);
        } finally {
            people.save(ines.person());
        }
        assertThat(ines.get(ROOT + "/tenants").status()).isEqualTo(200);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        ApiClient busy = ApiClient.of(desk.node(), "ou_ines", TokenScope.ROSTER_READ);
        Answer first = busy.get(ROOT + "/roster/on-duty");
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"token\";q=600;w=60");
        assertThat(first.header("RateLimit")).startsWith("\"token\";r=599;t=");
        RequestLimits limits = desk.node().bean(RequestLimits.class);
        for (int i = 1; i < RequestLimits.QUOTA; i++) {
            limits.count(busy.issued().token().id());
        }
        Answer refused = busy.get(ROOT + "/roster/on-duty");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.header("RateLimit")).startsWith("\"token\";r=0;t=");
    }

    @Test
    void whatIsNoJsonIsRefused() {
        TestBrowser browser = new TestBrowser(desk.node());
        Answer answer = browser.send(
                "POST",
                tenant("/tickets"),
                BodyPublishers.ofString("{"),
                "Accept",
                "*/*",
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + sofia.issued().secret().reveal());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
}
