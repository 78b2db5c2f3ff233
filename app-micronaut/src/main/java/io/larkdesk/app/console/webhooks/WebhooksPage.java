package io.larkdesk.app.console.webhooks;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.Section;
import io.larkdesk.core.webhook.Delivery;
import io.larkdesk.core.webhook.Endpoint;
import io.larkdesk.core.webhook.EventType;
import io.larkdesk.core.webhook.ListEndpoints.Entry;
import io.larkdesk.core.webhook.ListEndpoints.Logged;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The systems that are told of events.
 *
 * @param frame what stands around it
 * @param entries the endpoints, the first added first
 * @param told what became of a form
 */
public record WebhooksPage(ConsoleFrame frame, List<Entry> entries, Told told) {

    /** Copies the list. */
    public WebhooksPage {
        Objects.requireNonNull(frame, "frame");
        entries = List.copyOf(entries);
        Objects.requireNonNull(told, "told");
    }

    /** Of what one can be told. */
    public List<EventType> types() {
        return Arrays.stream(EventType.values())
                .filter(type -> type != EventType.WEBHOOK_TEST)
                .toList();
    }

    /** The types of {@code endpoint} in one line. */
    public String types(Endpoint endpoint) {
        return endpoint.types().stream().sorted().map(EventType::text).collect(Collectors.joining(", "));
    }

    /** Where {@code what} is done to {@code endpoint}. */
    public String path(Endpoint endpoint, String what) {
        return Section.WEBHOOKS.path() + "/" + endpoint.id() + "/" + what;
    }

    /** Where {@code delivery} is told once more. */
    public String replaying(Delivery delivery) {
        return Section.WEBHOOKS.path() + "/events/" + delivery.id() + "/replay";
    }

    /** The end of the key of how far {@code delivery} is. */
    public String state(Delivery delivery) {
        return delivery.end().map(Enum::name).orElse("WAITING");
    }

    /** What was tried, in one line. */
    public String tries(Logged logged) {
        return logged.attempts().stream().map(this::attempt).collect(Collectors.joining(" · "));
    }

    private String attempt(Delivery.Attempt attempt) {
        return attempt.status().map(status -> Integer.toString(status)).orElseGet(() -> frame.viewer()
                        .texts()
                        .say("webhooks.result." + attempt.result().name()))
                + " (" + attempt.took().toMillis() + " ms)";
    }
}
