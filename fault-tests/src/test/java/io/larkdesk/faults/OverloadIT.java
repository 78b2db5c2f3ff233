package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several times as much is asked as can be done. What can be done is done, the rest is refused at once, and Emergencies pass. */
class OverloadIT {

    private static final Logger LOG = LoggerFactory.getLogger(OverloadIT.class);
    private static final int TIMES = 3;
    private static final int CLOSED_LOOP = 24;
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final Duration OVERLOADED = Duration.ofSeconds(8);

    /** Those who ask need a share of this machine, the larger the more they ask; how much is really done, a benchmark has to say. */
    private static final double LEAST = 0.2;

    private Deployment desk;
    private List<Colleague> people;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger shed = new AtomicInteger();
    private final AtomicInteger other = new AtomicInteger();
    private final AtomicInteger unasked = new AtomicInteger();

    @BeforeEach
    void start() {
        desk = Deployment.start(
                new Scene(24), 1, Map.of("LARKDESK_DB_CONNECTIONS", "10", "_JAVA_OPTIONS", "-XX:TieredStopAtLevel=4"));
        people = desk.signInAll();
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private void say(int i) {
        try {
            people.get(i % people.size()).say(UUID.randomUUID(), "Is anybody there?");
            taken.incrementAndGet();
        } catch (BusyException refused) {
            shed.incrementAndGet();
        } catch (IOException | IllegalStateException e) {
            other.incrementAndGet();
        }
    }

    /** How many messages a second are taken if each writer waits for an answer. */
    private double most() throws InterruptedException {
        ExecutorService hands = Executors.newFixedThreadPool(CLOSED_LOOP);
        Instant end = Instant.now().plus(MEASURED);
        for (int i = 0; i < CLOSED_LOOP; i++) {
            int writer = i;
            hands.execute(() -> {
                while (Instant.now().isBefore(end)) {
                    say(writer);
                }
            });
        }
        hands.shutdown();
        assertThat(hands.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        return taken.getAndSet(0) / (double) MEASURED.toSeconds();
    }

    @Test
    void whatCanBeDoneIsDoneAndAnEmergencyPasses() throws Exception {
        most();
        double most = most();
        shed.set(0);
        Colleague caller = people.get(0);
        String ticket = caller.openTicket("Nothing works");
        ThreadPoolExecutor hands = new ThreadPoolExecutor(0, 600, 5, TimeUnit.SECONDS, new SynchronousQueue<>());
        ScheduledExecutorService crowd = Executors.newScheduledThreadPool(2);
        long period = (long) (1e9 / (TIMES * most));
        Future<?> asking = crowd.scheduleAtFixedRate(() -> ask(hands), 0, period, TimeUnit.NANOSECONDS);
        Future<Duration> emergency =
                crowd.schedule(() -> declare(caller, ticket), OVERLOADED.toMillis() / 2, TimeUnit.MILLISECONDS);
        crowd.schedule(crowd::shutdown, OVERLOADED.toMillis(), TimeUnit.MILLISECONDS)
                .get();
        assertThat(asking).isCancelled();
        double goodput = taken.get() / (double) OVERLOADED.toSeconds();
        hands.shutdown();
        assertThat(hands.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        Instant over = Instant.now();
        taken.set(0);
        for (int i = 0; taken.get() < 20; i++) {
            say(i);
        }
        Duration recovered = Duration.between(over, Instant.now());

        LOG.info(
                "at most {} a second; asked {} in {} s, taken {} a second, refused {}, otherwise {}, not asked {}; Emergency in {}; recovered in {}",
                most,
                asked,
                OVERLOADED.toSeconds(),
                goodput,
                shed,
                other,
                unasked,
                emergency.get(),
                recovered);
        assertThat(shed.get()).isPositive();
        assertThat(goodput).isGreaterThan(LEAST * most);
        assertThat(emergency.get()).isLessThan(Duration.ofSeconds(2));
        assertThat(recovered).isLessThan(Duration.ofSeconds(10));
        assertThat(desk.database().count("emergency")).isEqualTo(1);
        assertThat(desk.nodes()).flatExtracting(Node::errors).isEmpty();
    }

    private void ask(Executor hands) {
        int writer = asked.getAndIncrement();
        try {
            hands.execute(() -> say(writer));
        } catch (RejectedExecutionException e) {
            // So many wait for an answer already
            unasked.incrementAndGet();
        }
    }

    private static Duration declare(Colleague caller, String ticket) throws IOException {
        Instant begun = Instant.now();
        caller.declareEmergencyOn(ticket, "Nothing works");
        return Duration.between(begun, Instant.now());
    }
}
