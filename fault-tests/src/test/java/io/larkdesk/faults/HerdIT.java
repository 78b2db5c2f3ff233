package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.testkit.Effort;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All nodes are killed; when they are back all pages come at once, and go on where they were. */
@Tag("timed")
class HerdIT {

    private static final Logger LOG = LoggerFactory.getLogger(HerdIT.class);
    private static final int PAGES = Math.min(2_000, Effort.of(300));
    private static final int PEOPLE = 20;
    private static final Duration RESUMED_WITHIN = Duration.ofSeconds(30);

    /** As the page's script waits after its second try: see {@code stream.js}. */
    private static final long WAIT_MILLIS = 4_000;

    private final List<Follower> pages = new ArrayList<>();
    private Deployment desk;

    /** From one address there may not be so many, unless it is a proxy's. */
    @BeforeEach
    void start() {
        desk = Deployment.start(new Scene(PEOPLE), 2, Map.of("LARKDESK_TRUSTED_PROXIES", "127.0.0.1"));
    }

    @AfterEach
    void stop() {
        pages.forEach(Follower::close);
        desk.close();
    }

    private long connected() {
        return pages.stream().filter(Follower::isConnected).count();
    }

    @Test
    void allPagesGoOnWhereTheyWere() throws IOException {
        List<Colleague> people = desk.signInAll();
        for (int i = 0; i < PAGES; i++) {
            List<URI> nodes = new ArrayList<>(desk.urls());
            Collections.rotate(nodes, i);
            pages.add(Follower.start(people.get(i % PEOPLE), nodes, () -> ThreadLocalRandom.current()
                    .nextLong(WAIT_MILLIS)));
        }
        await().atMost(RESUMED_WITHIN)
                .untilAsserted(() -> assertThat(connected()).as("connected").isEqualTo(PAGES));
        people.get(0).say(UUID.randomUUID(), "Before");

        desk.nodes().forEach(node -> node.program().kill());
        await().atMost(Duration.ofSeconds(10)).until(() -> connected() == 0);
        desk.nodes().forEach(Node::start);
        desk.nodes().forEach(Node::awaitUp);
        Instant up = Instant.now();
        long last = 0;
        for (int i = 0; i < 5; i++) {
            last = people.get(i).say(UUID.randomUUID(), "After");
        }
        Duration said = Duration.between(up, Instant.now());
        long newest = last;
        await().atMost(RESUMED_WITHIN).untilAsserted(() -> {
            assertThat(connected()).as("connected").isEqualTo(PAGES);
            assertThat(pages.stream().filter(page -> page.has(newest)).count())
                    .as("have the newest message")
                    .isEqualTo(PAGES);
        });
        Duration took = Duration.between(up, Instant.now());
        LOG.info("{} pages resumed in {}, five messages were taken in {}", PAGES, took, said);
        assertThat(took).isLessThan(RESUMED_WITHIN);
        assertThat(said).isLessThan(RESUMED_WITHIN);
        for (Follower page : pages) {
            page.hasEachMessageUpTo(newest, RESUMED_WITHIN);
        }
        assertThat(desk.nodes()).flatExtracting(Node::errors).isEmpty();
    }
}
