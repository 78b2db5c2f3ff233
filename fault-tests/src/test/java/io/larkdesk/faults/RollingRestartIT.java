package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.testkit.Effort;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One node after the other is asked to stop and started again, as for an update, while people write: nobody notices. */
@Tag("timed")
class RollingRestartIT {

    private static final Logger LOG = LoggerFactory.getLogger(RollingRestartIT.class);
    private static final int WRITERS = 6;
    private static final int ROUNDS = Effort.of(1);
    private static final int MOST_DEATHS = 10;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong last = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private Deployment desk;

    @BeforeEach
    void start() {
        desk = Deployment.start(new Scene(12), 2, Map.of("LARKDESK_DRAIN", "PT2S"));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private void write(Colleague colleague, Colleague mentioned) {
        try {
            long seq = colleague.say(UUID.randomUUID(), "Please look, <@" + mentioned.id() + ">");
            last.accumulateAndGet(seq, Math::max);
            written.incrementAndGet();
        } catch (IOException | IllegalStateException e) {
            failures.add(Instant.now() + " " + e);
        }
    }

    /** What happens to the nodes while people write by way of a balancer, and somebody looks at {@code page}. */
    @FunctionalInterface
    private interface Event {
        void happen(Follower page);
    }

    /** Lets {@code event} happen, and waits until the page has all that was written. */
    private void writeDuring(Event event) throws IOException, InterruptedException {
        ScheduledExecutorService hands = Executors.newScheduledThreadPool(WRITERS);
        try (Balancer balancer = Balancer.start(desk.urls())) {
            List<Colleague> people = new ArrayList<>();
            for (String openId : new Scene(12).openIds()) {
                people.add(Colleague.signIn(openId, List.of(balancer.url())));
            }
            try (Follower page = Follower.start(people.get(0), List.of(balancer.url()))) {
                List<Future<?>> writing = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    Colleague writer = people.get(i);
                    Colleague mentioned = people.get(i + WRITERS);
                    writing.add(
                            hands.scheduleWithFixedDelay(() -> write(writer, mentioned), 0, 40, TimeUnit.MILLISECONDS));
                }
                event.happen(page);
                hands.shutdown();
                assertThat(hands.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
                assertThat(writing).allMatch(Future::isCancelled);
                page.hasEachMessageUpTo(last.get(), Duration.ofSeconds(20));
            }
        } finally {
            hands.shutdownNow();
        }
    }

    private void restartEach(Follower page) {
        for (int round = 0; round < ROUNDS; round++) {
            for (Node node : desk.nodes()) {
                await().atMost(Duration.ofSeconds(10)).until(page::isConnected);
                Instant asked = Instant.now();
                node.program().stop();
                Duration took = Duration.between(asked, Instant.now());
                LOG.info("stopped in {}, {} messages so far", took, written);
                assertThat(took).isLessThan(LONGEST_STOP);
                node.start();
                node.awaitUp();
            }
        }
    }

    @Test
    void noRequestFailsAndNothingIsLeftBehind() throws Exception {
        writeDuring(this::restartEach);

        assertThat(failures).isEmpty();
        assertThat(written.get()).isGreaterThan(200L * ROUNDS);
        await("what was claimed is settled")
                .atMost(Duration.ofSeconds(12))
                .until(() -> desk.database().count("permit where reminder_id is not null") == 0);
        assertThat(desk.nodes()).flatExtracting(Node::errors).isEmpty();
    }

    /** The control: of nodes that end at once, with what they have begun, somebody notices. */
    @Test
    void nodesThatDoNotFinishWhatTheyHaveBegunAreNoticed() throws Exception {
        writeDuring(page -> {
            for (int i = 0; i < MOST_DEATHS && failures.isEmpty(); i++) {
                Node node = desk.node(i % desk.nodes().size());
                node.program().kill();
                node.start();
                node.awaitUp();
            }
        });

        assertThat(failures).isNotEmpty();
    }
}
