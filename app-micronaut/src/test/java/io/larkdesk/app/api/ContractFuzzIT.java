package io.larkdesk.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.larkdesk.app.PlainHttp;
import io.larkdesk.app.PlainHttp.Reply;
import io.larkdesk.app.PlainHttp.Request;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.Stored;
import io.larkdesk.testkit.Effort;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Requests that nobody thought of, made of what the API's document says: each is answered as the document says, by nothing that fails
 * inside, and what is refused has changed nothing. Their order is that of {@code -Dlarkdesk.seed}, which is told.
 */
class ContractFuzzIT {

    private static final long SEED = Long.getLong("larkdesk.seed", System.nanoTime());
    private static final int REQUESTS = Effort.of(2_400);

    /** A token has 600 requests a minute. */
    private static final int REQUESTS_OF_A_TOKEN = 500;

    private static final int TRIES = 5;

    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\bat (io|java|org|com)\\.|io\\.larkdesk|micronaut|jackson|postgres|jdbi|netty|java\\.|SQLSTATE|stack ?trace",
            Pattern.CASE_INSENSITIVE);

    private static RunningDesk desk;
    private static ApiDocument document;
    private static PlainHttp http;
    private static Stored stored;
    private static Map<String, List<String>> known;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(
                Map.of("larkdesk.public-url", "https://desk.example", "larkdesk.reminder.grace", "PT1H"));
        SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        ApiClient sofia = ApiClient.of(desk.node(), "ou_sofia");
        document = sofia.document();
        http = new PlainHttp(desk.node());
        String tenant = SignedIn.groupOf(desk.node(), "cli_harbour").tenant().toString();
        JsonNode ticket = ApiDocument.parse(sofia.post(
                        "/api/v1/tenants/" + tenant + "/tickets",
                        "{\"title\": \"Known\", \"description\": \"\", \"severity\": \"HIGH\"}")
                .body());
        known = known(
                tenant, ticket.path("number").asText(), sofia.person().id().toString());
        stored = new Stored(desk.database(), "api_token");
    }

    @AfterAll
    static void stop() {
        stored.close();
        desk.close();
    }

    /** What is right, by the name of the variable, the parameter or the field. */
    private static Map<String, List<String>> known(String tenant, String number, String person) {
        Map<String, List<String>> known = new TreeMap<>();
        known.put("tenant", List.of(tenant));
        known.put("number", List.of(number));
        known.put("limit", List.of("1", "100"));
        known.put("state", List.of("IN_PROGRESS", "WAITING_FOR_CUSTOMER", "RESOLVED", "OPEN"));
        known.put("since", List.of("2026-01-01T00:00:00Z"));
        known.put("after", List.of("MQ"));
        known.put("from", List.of("2031-03-01T09:00:00+08:00"));
        known.put("until", List.of("2031-03-02T09:00:00+08:00"));
        known.put("title", List.of("Writes time out"));
        known.put("description", List.of("Since 13:40"));
        known.put("severity", List.of("LOW", "CRITICAL"));
        known.put("product", List.of("Managed PostgreSQL"));
        known.put("version", List.of("1", "2", "3"));
        known.put("resolution", List.of("Restarted"));
        known.put("engineer", List.of(person));
        known.put("person", List.of(person));
        known.put("role", List.of("TAM", "ENGINEER"));
        known.put("body", List.of("We look into it"));
        known.put("text", List.of("Ask for the invoice"));
        return known;
    }

    @Test
    void everyAnswerIsAsTheDocumentSaysAndARefusalChangesNothing() {
        Random random = new Random(SEED);
        Mutations mutations = new Mutations(random);
        Map<Integer, Integer> statuses = new TreeMap<>();
        Set<String> done = new HashSet<>();
        List<Operation> operations = document.described();
        Optional<ApiClient> client = Optional.empty();
        String token = "";
        Map<String, String> before = Map.of();
        for (int i = 0; i < REQUESTS; i++) {
            if (i % REQUESTS_OF_A_TOKEN == 0) {
                // nobody may have many at once
                client.ifPresent(last -> last.revoke(desk.node()));
                client = Optional.of(ApiClient.of(desk.node(), "ou_sofia"));
                token = client.get().issued().secret().reveal();
                before = stored.now();
            }
            Operation operation = operations.get(i % operations.size());
            Request right = operation.right(known, token, random);
            Request request = random.nextInt(8) == 0 ? right : mutations.of(right);
            Reply reply = http.send(request);
            Map<String, String> after = stored.now();

            String told = "seed " + SEED + ", request " + i + ": " + request + "\n" + reply;
            if (reply.status() >= 400 && !after.equals(before)) {
                after = again(request, told);
            }
            before = after;
            statuses.merge(reply.status(), 1, Integer::sum);
            if (reply.status() < 300) {
                done.add(operation.method() + " " + operation.path());
            }
            check(operation, request, reply, told);
        }
        System.getLogger(ContractFuzzIT.class.getName())
                .log(System.Logger.Level.INFO, "seed {0}: {1} requests, {2}", Long.toString(SEED), REQUESTS, statuses);
        assertThat(done).as("operations that were done at least once").hasSizeGreaterThan(operations.size() - 3);
    }

    /** What the desk does by itself may have come in between; it does not each time that the same is asked. */
    private static Map<String, String> again(Request request, String told) {
        Map<String, String> before = stored.now();
        for (int i = 0; i < TRIES; i++) {
            Reply reply = http.send(request);
            Map<String, String> after = stored.now();
            if (reply.status() < 400 || after.equals(before)) {
                return after;
            }
            before = after;
        }
        throw new AssertionError("it is refused and changes something, " + told);
    }

    private static void check(Operation operation, Request request, Reply reply, String told) {
        assertThat(reply.status()).as(told).isBetween(200, 499);
        if (reply.status() < 400) {
            return;
        }
        assertThat(INSIDE.matcher(reply.body()).find()).as(told).isFalse();
        if (request.method().equals("HEAD")) {
            return;
        }
        assertThat(reply.header("Content-Type")).as(told).isEqualTo("application/problem+json");
        JsonNode problem = ApiDocument.parse(reply.body());
        assertThat(problem.path("status").asInt()).as(told).isEqualTo(reply.status());
        assertThat(problem.path("title").asText()).as(told).isNotBlank();
        if (reply.status() == 422 && !problem.path("type").asText().endsWith("key-used")) {
            assertThat(problem.path("errors").findValuesAsText("field"))
                    .as(told)
                    .isNotEmpty()
                    .noneMatch(String::isBlank);
        }
        if (request.method().equals(operation.method())) {
            document.check(
                    operation.method(), operation.path(), reply.status(), reply.header("Content-Type"), reply.body());
        }
    }
}
