package io.larkdesk.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What became of messages that people said, and how long they waited to know. Thread-safe. */
final class Tally {

    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger other = new AtomicInteger();
    private final Queue<Duration> waits = new ConcurrentLinkedQueue<>();

    /** {@code person} says something, and waits for the answer. */
    void say(Colleague person) {
        Instant began = Instant.now();
        try {
            person.say(UUID.randomUUID(), "Is anybody there?");
            taken.incrementAndGet();
        } catch (BusyException e) {
            refused.incrementAndGet();
        } catch (IOException | IllegalStateException e) {
            other.incrementAndGet();
        }
        waits.add(Duration.between(began, Instant.now()));
    }

    int taken() {
        return taken.get();
    }

    /** How many were told to come later. */
    int refused() {
        return refused.get();
    }

    /** How long 99 of 100 waited at most. */
    Duration nearlyAllWaited() {
        List<Duration> sorted = waits.stream().sorted().toList();
        return sorted.get(sorted.size() * 99 / 100);
    }

    Duration longest() {
        return Collections.max(waits);
    }

    @Override
    public String toString() {
        return "%s taken, %s refused, %s otherwise; 99 of 100 waited up to %s, nobody longer than %s"
                .formatted(taken, refused, other, nearlyAllWaited(), longest());
    }
}
