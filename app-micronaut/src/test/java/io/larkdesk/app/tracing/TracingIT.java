package io.larkdesk.app.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.tracing.Receiver.Span;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A receiver of OpenTelemetry hears of requests and work, what was part of them, and nobody's words. */
class TracingIT {

    private static final Receiver RECEIVER = Receiver.start();
    private static final RunningDesk DESK =
            RunningDesk.start(Map.of("larkdesk.tracing.endpoint", RECEIVER.url().toString()));

    @AfterAll
    static void stop() {
        DESK.close();
        RECEIVER.close();
    }

    private static List<Span> partsOf(String name) {
        List<Span> all = RECEIVER.spans();
        return all.stream()
                .filter(span -> span.name().equals(name) && span.parent().isEmpty())
                .flatMap(around -> all.stream()
                        .filter(part -> part.trace().equals(around.trace())
                                && part.parent().equals(around.id())))
                .toList();
    }

    @Test
    void requestsAndRemindersAreTracesOfTheirOwn() {
        SignedIn mei = SignedIn.to(DESK.node(), "cli_harbour", "ou_mei");
        SignedIn daniel = SignedIn.to(DESK.node(), "cli_harbour", "ou_daniel");
        daniel.say("<@" + mei.person().id().value() + "> the harbour is on fire");

        await("a reminder, and its request").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(partsOf("POST /lark/{appId}/groups/{group}/messages"))
                    .extracting(Span::name)
                    .contains("database");
            assertThat(partsOf("reminder")).extracting(Span::name).contains("database", "lark card_send");
        });
        assertThat(RECEIVER.spans()).extracting(Span::raw).noneMatch(raw -> raw.contains("harbour is on fire"));
        assertThat(RECEIVER.spans()).anyMatch(span -> span.raw().contains("insert into"));
        assertThat(RECEIVER.spans())
                .extracting(Span::raw)
                .as("secrets of addresses")
                .noneMatch(raw -> raw.contains("code=") || raw.contains("state="));
    }

    @Test
    void nobodyIsToldUnlessItIsSaidToWhom() {
        try (RunningDesk quiet = RunningDesk.start(Map.of())) {
            assertThat(quiet.node().bean(Spans.class)).isSameAs(Spans.NONE);
            assertThat(quiet.node().service().context().containsBean(TracingFilter.class))
                    .isFalse();
        }
    }
}
