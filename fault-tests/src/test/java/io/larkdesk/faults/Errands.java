package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** People who go on errands while others write, some at a time; every third is urgent. What broke off they ask for again, of whichever node. */
final class Errands implements AutoCloseable {

    private static final int AT_A_TIME = 4;
    private static final int URGENT = 3;
    private static final long STEP_MILLIS = 250;

    private final List<Colleague> people;
    private final Colleague tam;
    private final Random random;
    private final Queue<Errand> underWay = new ConcurrentLinkedQueue<>();
    private final Queue<Errand> done = new ConcurrentLinkedQueue<>();
    private final Queue<RuntimeException> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final List<Future<?>> work = new ArrayList<>();
    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(AT_A_TIME);
    private boolean isEnding;

    private Errands(List<Colleague> people, Colleague tam, long seed) {
        this.people = List.copyOf(people);
        this.tam = tam;
        this.random = new Random(seed);
    }

    /** Begins; {@code tam} ends the Emergencies. */
    static Errands start(List<Colleague> people, Colleague tam, long seed) {
        Errands errands = new Errands(people, tam, seed);
        for (int i = 0; i < AT_A_TIME; i++) {
            errands.work.add(errands.hands.scheduleAtFixedRate(
                    errands::goOn, i * STEP_MILLIS, AT_A_TIME * STEP_MILLIS, TimeUnit.MILLISECONDS));
        }
        return errands;
    }

    private void goOn() {
        Optional.ofNullable(underWay.poll()).or(this::next).ifPresent(errand -> {
            try {
                errand.goOn();
            } catch (IOException brokenOff) {
                // to be asked for again
            } catch (RuntimeException e) {
                refused.add(e);
            }
            (errand.isDone() ? done : underWay).add(errand);
        });
    }

    private synchronized Optional<Errand> next() {
        if (isEnding) {
            return Optional.empty();
        }
        List<Colleague> some = new ArrayList<>(people);
        Collections.shuffle(some, random);
        boolean isUrgent = begun.getAndIncrement() % URGENT == 0;
        return Optional.of(new Errand(id(), id(), isUrgent, some, tam));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Begins nothing new, and waits until all that was begun is acknowledged: all of it. */
    List<Errand> finish(Duration atMost) {
        end();
        await("errands").atMost(atMost).until(() -> !refused.isEmpty() || done.size() == begun.get());
        assertThat(refused).isEmpty();
        return List.copyOf(done);
    }

    private synchronized void end() {
        isEnding = true;
    }

    @Override
    public void close() {
        work.forEach(one -> one.cancel(false));
        hands.shutdownNow();
    }
}
