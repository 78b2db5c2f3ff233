package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * People who write messages that mention {@value #MENTIONS} others each, at a steady pace and at all nodes. What broke off they send
 * again, to whichever node, as a page does.
 */
final class Writers implements AutoCloseable {

    static final int MENTIONS = 5;

    /** The first so many people read what was written. */
    static final int READERS = 3;

    /** The places of messages that are not what their writer wrote: each of theirs ends with its client id, and with who wrote it. */
    static final String ALTERED = """
            select seq from message
            where body like 'Please look, %' and body not like '% ' || client_id || ' of ' || author_id
            """;

    private static final int HANDS = 8;
    private static final int USUAL_PACE = 16;

    private final List<Colleague> people;
    private final Random random;
    private final Queue<Message> fresh = new ConcurrentLinkedQueue<>();
    private final Queue<Message> toSendAgain = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Long> sent = new ConcurrentHashMap<>();
    private final Queue<RuntimeException> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicLong longestNanos = new AtomicLong();
    private final CountDownLatch left;
    private final List<Future<?>> work = new ArrayList<>();
    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(HANDS);

    private record Message(UUID clientId, Colleague author, String body) {}

    private Writers(List<Colleague> people, int messages, long seed) {
        this.people = List.copyOf(people);
        this.random = new Random(seed);
        this.left = new CountDownLatch(messages);
        for (int i = 0; i < messages; i++) {
            fresh.add(message());
        }
    }

    /** Begins to write {@code messages}. */
    static Writers start(List<Colleague> people, int messages, long seed) {
        return start(people, messages, seed, USUAL_PACE);
    }

    /** So many a {@code second}. */
    static Writers start(List<Colleague> people, int messages, long seed, int second) {
        Writers writers = new Writers(people, messages, seed);
        long period = TimeUnit.SECONDS.toMicros(HANDS) / second;
        for (int hand = 0; hand < HANDS; hand++) {
            long first = hand * period / HANDS;
            writers.work.add(writers.hands.scheduleAtFixedRate(writers::sendOne, first, period, TimeUnit.MICROSECONDS));
        }
        return writers;
    }

    private Message message() {
        List<Colleague> some = new ArrayList<>(people);
        Collections.shuffle(some, random);
        String mentions = some.subList(1, 1 + MENTIONS).stream()
                .map(person -> "<@" + person.id() + ">")
                .collect(Collectors.joining(" "));
        UUID clientId = new UUID(random.nextLong(), random.nextLong());
        Colleague author = some.get(0);
        return new Message(clientId, author, "Please look, " + mentions + " " + clientId + " of " + author.id());
    }

    private void sendOne() {
        Message again = toSendAgain.poll();
        Message message = again == null ? fresh.poll() : again;
        if (message == null) {
            return;
        }
        long began = System.nanoTime();
        try {
            long seq = message.author().say(message.clientId(), message.body());
            sent.put(message.clientId(), seq);
            longestNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
            began = System.nanoTime();
            people.get(Math.floorMod(seq, READERS)).read(seq);
            left.countDown();
        } catch (BusyException later) {
            busy.incrementAndGet();
            toSendAgain.add(message);
        } catch (HttpTimeoutException silence) {
            unanswered.incrementAndGet();
            toSendAgain.add(message);
        } catch (IOException brokenOff) {
            toSendAgain.add(message);
        } catch (RuntimeException e) {
            refused.add(e);
            left.countDown();
        } finally {
            longestNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
        }
    }

    /** How often they were asked to come again later. */
    int busy() {
        return busy.get();
    }

    /** How often they were not answered at all in time. */
    int unanswered() {
        return unanswered.get();
    }

    /** The longest that one of them waited for an answer, of whatever kind. */
    Duration longest() {
        return Duration.ofNanos(longestNanos.get());
    }

    /** How many messages were acknowledged so far. */
    int count() {
        return sent.size();
    }

    /** The places of those that were acknowledged so far, by what their writers called them. */
    Map<UUID, Long> acknowledged() {
        return Map.copyOf(sent);
    }

    /** Waits until all are acknowledged: their places in the group, by what their writers called them. */
    Map<UUID, Long> finish(Duration atMost) throws InterruptedException {
        boolean all = left.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(refused).isEmpty();
        assertThat(all).as("%s messages are still to be sent", left.getCount()).isTrue();
        return Map.copyOf(sent);
    }

    /** Begins no new message, and waits until those that were begun are acknowledged: as {@link #finish}. */
    Map<UUID, Long> finishEarly(Duration atMost) throws InterruptedException {
        for (Message message = fresh.poll(); message != null; message = fresh.poll()) {
            left.countDown();
        }
        return finish(atMost);
    }

    /** Writes no more. */
    void stop() {
        work.forEach(one -> one.cancel(false));
        hands.shutdownNow();
    }

    @Override
    public void close() {
        stop();
    }
}
