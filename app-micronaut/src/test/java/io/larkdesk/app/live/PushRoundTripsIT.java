package io.larkdesk.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.app.RoundTrips;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How often a node asks the database for a message that it pushes: as often for one page as for many. */
class PushRoundTripsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** Who finds out what is new for open pages. */
    private static final String WORKERS = "live-worker";

    private static RunningDesk desk;
    private static SignedIn daniel;
    private static SignedIn mei;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    /** Beside them pages are looked after now and then. */
    private static long ofPushes(int pages) {
        GroupId group = SignedIn.groupOf(desk.node(), "cli_harbour");
        Position end = desk.node().bean(Messages.class).end(group);
        List<Listener> listeners = Stream.generate(() ->
                        Listener.connect(mei, desk.node(), "/lark/cli_harbour/events?group=" + group + "&at=" + end))
                .limit(pages)
                .toList();
        try {
            // What is looked up as a page comes must be over
            await().atMost(SOON).until(() -> listeners.stream()
                    .allMatch(listener -> !listener.data("read").isEmpty()
                            && !listener.data("groups").isEmpty()));
            return RoundTrips.leastBy(WORKERS, () -> {
                long seq = SignedIn.seq(daniel.say("hello"));
                await().atMost(SOON).until(() -> listeners.stream()
                        .allMatch(listener -> listener.places().contains(seq)));
            });
        } finally {
            listeners.forEach(Listener::close);
        }
    }

    @Test
    void areThoseOfOnePage() {
        assertThat(ofPushes(1)).isEqualTo(ofPushes(8)).isEqualTo(7);
    }
}
