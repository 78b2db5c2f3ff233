package io.larkdesk.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The stand-in of Lark as a process; what arrived there is the truth about reminders. */
final class Sandbox implements AutoCloseable {

    private static final List<String> QUESTIONS =
            List.of("/open-apis/tenant/v2/tenant/query", "/open-apis/application/v6/");

    private static final List<String> CHANGES = List.of("/open-apis/im/v1/messages/");

    private static final Pattern ADDRESS = Pattern.compile("Lark sandbox: (http://\\S+)/");
    private static final Pattern MENTIONS = Pattern.compile("(\\d+) new mentions");

    private final Program program;
    private final String url;

    private Sandbox(Program program, String url) {
        this.program = program;
        this.url = url;
    }

    /**
     * A card that arrived.
     *
     * @param openId at whom
     * @param uuid the reminder
     * @param at when it came first
     * @param repeats how often it came again, to no effect
     * @param mentions of how many it tells
     */
    record Arrival(String openId, UUID uuid, Instant at, int repeats, int mentions) {

        private static Arrival of(JsonNode message) {
            return new Arrival(
                    message.path("open_id").asText(),
                    UUID.fromString(message.path("uuid").asText()),
                    Instant.parse(message.path("arrived_at").asText()),
                    message.path("repeats").asInt(),
                    mentions(message.path("card").toString()));
        }

        private static int mentions(String card) {
            Matcher number = MENTIONS.matcher(card);
            return number.find() ? Integer.parseInt(number.group(1)) : 1;
        }
    }

    static Sandbox start(Path scene) {
        Program program = Program.start(
                Program.SANDBOX, Map.of("LARK_SANDBOX_PORT", "0", "LARK_SANDBOX_SCENE", scene.toString()));
        String url = await("sandbox, see " + program)
                .atMost(Duration.ofSeconds(30))
                .until(() -> address(program.lines()), found -> !found.isEmpty());
        return new Sandbox(program, url);
    }

    private static String address(List<String> lines) {
        return lines.stream()
                .map(ADDRESS::matcher)
                .filter(Matcher::find)
                .map(line -> line.group(1))
                .findFirst()
                .orElse("");
    }

    String url() {
        return url;
    }

    /** All cards that arrived, in the order of their arrival. */
    List<Arrival> arrivals() {
        List<Arrival> arrivals = new ArrayList<>();
        ask("/sandbox/messages").path("messages").forEach(message -> arrivals.add(Arrival.of(message)));
        return arrivals;
    }

    /** How many calls of the month's quota were made for cards: all but those by which the service asks whose app it is, and how it is set up. */
    int countedCalls() {
        JsonNode calls = ask("/sandbox/calls");
        return calls.path("counted").asInt() - callsTo(QUESTIONS, calls);
    }

    /** How many calls there were to change a card that had arrived; those that were refused are not among the {@link #countedCalls}. */
    int changes() {
        return callsTo(CHANGES, ask("/sandbox/calls"));
    }

    private static int callsTo(List<String> addresses, JsonNode calls) {
        return calls.path("by_path").properties().stream()
                .filter(path -> addresses.stream().anyMatch(path.getKey()::startsWith))
                .mapToInt(path -> path.getValue().asInt())
                .sum();
    }

    /** Lets something go wrong with the next {@code times} cards that are sent; {@code what} as in the sandbox's manual. */
    void spoilCards(int times, String what) {
        exchange(
                "/sandbox/faults",
                HttpRequest.BodyPublishers.ofString(
                        "{\"path\": \"/open-apis/im/v1/messages\", \"times\": " + times + ", " + what + "}"));
    }

    /** Lets something go wrong with one in {@code every} so many cards, until {@link #heal}; {@code what} as in the sandbox's manual. */
    void spoilEach(int every, String what) {
        spoilCards(Integer.MAX_VALUE, "\"every\": " + every + ", " + what);
    }

    /** Lets nothing go wrong any more. */
    void heal() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + "/sandbox/faults")).DELETE();
        try {
            Web.send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether everything went wrong that was to go wrong. */
    boolean isSpoiltNoMore() {
        return ask("/sandbox/faults").path("faults").isEmpty();
    }

    private JsonNode ask(String path) {
        return exchange(path, null);
    }

    private JsonNode exchange(String path, HttpRequest.@Nullable BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        try {
            HttpResponse<String> answer = Web.send(body == null ? request : request.POST(body));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return Web.json(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
