package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.faults.agent.Design;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
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
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several times as much is asked as can be done, {@code larkdesk.times} or three. What can be done is done soon, the rest is refused at once, and Emergencies pass. */
@Tag("timed")
class OverloadIT {

    private static final Logger LOG = LoggerFactory.getLogger(OverloadIT.class);
    private static final int TIMES = Integer.getInteger("larkdesk.times", 3);
    private static final int CLOSED_LOOP = 24;
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final Duration OVERLOADED = Duration.ofSeconds(8);

    /** Those who ask need a share of this machine, the larger the more they ask; how much is really done, a benchmark has to say. */
    private static final double LEAST = 0.2;

    /** By then 99 of 100 have an answer. */
    private static final Duration ANSWERED = Duration.ofSeconds(2);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int MOST_WAITING = 1_500;
    private static final Map<String, String> SETTINGS =
            Map.of("LARKDESK_DB_CONNECTIONS", "10", "_JAVA_OPTIONS", "-XX:TieredStopAtLevel=4");

    private final Scene scene = new Scene(24);
    private @Nullable Deployment desk;
    private List<Colleague> people = List.of();

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger unasked = new AtomicInteger();
    private Tally tally = new Tally();

    @AfterEach
    void stop() {
        Objects.requireNonNull(desk).close();
    }

    private void say(int i) {
        tally.say(people.get(i % people.size()));
    }

    /** How many messages a second are taken if each writer waits for an answer. */
    private double most() throws InterruptedException {
        ExecutorService hands = Executors.newFixedThreadPool(CLOSED_LOOP);
        tally = new Tally();
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
        return tally.taken() / (double) MEASURED.toSeconds();
    }

    @Test
    void whatCanBeDoneIsDoneAndAnEmergencyPasses() throws Exception {
        Deployment begun = Deployment.start(scene, 1, SETTINGS);
        double most = mostOf(begun);
        Colleague caller = people.get(0);
        String ticket = caller.openTicket("Nothing works");
        AtomicReference<Duration> emergency = new AtomicReference<>(Duration.ofDays(1));

        double goodput = overload(most, () -> emergency.set(declare(caller, ticket)));
        Tally overloaded = tally;
        Duration recovered = recover();

        LOG.info("Emergency in {}; recovered in {}", emergency, recovered);
        assertThat(overloaded.refused()).isPositive();
        assertThat(goodput).isGreaterThan(LEAST * most);
        assertThat(overloaded.nearlyAllWaited()).isLessThan(ANSWERED);
        assertThat(overloaded.longest()).isLessThan(LONGEST);
        assertThat(emergency.get()).isLessThan(Duration.ofSeconds(2));
        assertThat(recovered).isLessThan(Duration.ofSeconds(10));
        assertThat(begun.database().count("emergency")).isEqualTo(1);
        assertThat(begun.nodes()).flatExtracting(Node::errors).isEmpty();
    }

    /** The control: where nobody is refused, everybody waits. */
    @Test
    void withoutALimitEverybodyWaits() throws Exception {
        double most = mostOf(Deployment.startFaulty(scene, List.of(Design.PLACES_WITHOUT_LIMIT.name()), SETTINGS));

        overload(most, () -> {});

        assertThat(tally.nearlyAllWaited()).isGreaterThan(ANSWERED);
    }

    /** Signs in at {@code begun}, and tells how much it can do. */
    private double mostOf(Deployment begun) throws InterruptedException {
        desk = begun;
        people = begun.signInAll();
        most();
        return most();
    }

    /** Asks for several times {@code most}, does something {@code meanwhile}, and tells how much was done in a second. */
    private double overload(double most, Runnable meanwhile) throws InterruptedException, ExecutionException {
        tally = new Tally();
        ThreadPoolExecutor hands =
                new ThreadPoolExecutor(0, MOST_WAITING, 5, TimeUnit.SECONDS, new SynchronousQueue<>());
        ScheduledExecutorService crowd = Executors.newScheduledThreadPool(2);
        long period = (long) (1e9 / (TIMES * most));
        Future<?> asking = crowd.scheduleAtFixedRate(() -> ask(hands), 0, period, TimeUnit.NANOSECONDS);
        Future<?> aside = crowd.schedule(meanwhile, OVERLOADED.toMillis() / 2, TimeUnit.MILLISECONDS);
        assertThat(crowd.schedule(() -> asking.cancel(false), OVERLOADED.toMillis(), TimeUnit.MILLISECONDS)
                        .get())
                .as("asked until the end")
                .isTrue();
        crowd.shutdown();
        double goodput = tally.taken() / (double) OVERLOADED.toSeconds();
        aside.get();
        hands.shutdown();
        assertThat(hands.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        LOG.info(
                "at most {} a second; asked {} in {} s, not asked {}, taken {} a second: {}",
                most,
                asked,
                OVERLOADED.toSeconds(),
                unasked,
                goodput,
                tally);
        return goodput;
    }

    /** Until messages are taken as ever. */
    private Duration recover() {
        Instant over = Instant.now();
        tally = new Tally();
        for (int i = 0; tally.taken() < 20; i++) {
            say(i);
        }
        return Duration.between(over, Instant.now());
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

    private static Duration declare(Colleague caller, String ticket) {
        Instant begun = Instant.now();
        try {
            caller.declareEmergencyOn(ticket, "Nothing works");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Duration.between(begun, Instant.now());
    }
}
