package io.larkdesk.benchmarks.fanout;

import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Metric;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.wire.Latencies;
import io.larkdesk.benchmarks.wire.Loop;
import io.larkdesk.benchmarks.wire.Marks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Messages are said in a chat: at a steady pace, or so many at once that always as many are under way. */
final class Speaking implements Worker {

    static final Metric MESSAGES = Metric.rate("messages that all have", "1/s");
    static final Metric MEDIAN = Metric.cost("until the last has it, median", "ms");
    static final Metric TAIL = Metric.cost("until the last has it, 99 of 100", "ms");

    private static final String WORDS = " Please look at ticket 123, it has not worked since this morning.";
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final long LOOK_EVERY_MILLIS = 5;

    private final Chat chat;
    private final Loop loop;
    private final Audience audience;
    private final int window;
    private final int rate;
    private int next;
    private long until;

    private Speaking(Chat chat, Loop loop, int window, int rate) {
        this.chat = chat;
        this.loop = loop;
        this.window = window;
        this.rate = rate;
        this.audience = new Audience(loop, chat.members(), this::goOn);
    }

    /** Always {@code window} messages are under way: the next is said when all members have one. */
    static Speaking underWay(Chat chat, Loop loop, int window) {
        return new Speaking(chat, loop, window, 0);
    }

    /** So many a second, however long each takes. */
    static Speaking atPace(Chat chat, Loop loop, int rate) {
        return new Speaking(chat, loop, 0, rate);
    }

    private record State(
            int said, long deliveries, long repeats, int open, long refusals, long stored, Latencies latencies) {}

    private State state(boolean withStored) {
        long stored = withStored ? chat.stored() : 0;
        return ask(() -> new State(
                next,
                audience.deliveries(),
                audience.repeats(),
                audience.open(),
                chat.refusals(),
                stored,
                withStored ? audience.takeLatencies() : new Latencies()));
    }

    private <T> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.execute(() -> answer.complete(question.get()));
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Run run(Duration length) throws InterruptedException {
        State before = state(true);
        long began = System.nanoTime();
        speak(began, length);
        // Messages that are late count, but the time that nobody said anything does not
        int inTime = ask(() -> next - audience.open()) - before.said();
        double seconds = (System.nanoTime() - began) / 1e9;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (state(false).open() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        State after = state(true);
        int said = after.said() - before.said();
        return new Run(
                window > 0
                        ? Map.of(MESSAGES, inTime / seconds)
                        : Map.of(
                                MEDIAN,
                                after.latencies().millis(0.5),
                                TAIL,
                                after.latencies().millis(0.99)),
                List.of(
                        new Check("messages stored", said, after.stored() - before.stored()),
                        new Check(
                                "deliveries",
                                (long) said * chat.members().size(),
                                after.deliveries() - before.deliveries()),
                        new Check("messages that came twice", 0, after.repeats() - before.repeats()),
                        new Check("refusals", 0, after.refusals() - before.refusals())));
    }

    private void speak(long began, Duration length) throws InterruptedException {
        if (window > 0) {
            loop.execute(() -> {
                until = began + length.toNanos();
                for (int i = 0; i < window; i++) {
                    say(System.nanoTime());
                }
            });
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
            return;
        }
        long gap = TimeUnit.SECONDS.toNanos(1) / rate;
        for (long due = began + gap; due <= began + length.toNanos(); due += gap) {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            long dueNanos = due;
            loop.execute(() -> say(dueNanos));
        }
        TimeUnit.NANOSECONDS.sleep(gap);
    }

    /** One says something; what was due at {@code dueNanos} is late from then on. */
    private void say(long dueNanos) {
        int number = next++;
        audience.expect(number, dueNanos);
        chat.say(Marks.of(number) + WORDS);
    }

    private void goOn() {
        if (window > 0 && System.nanoTime() < until) {
            say(System.nanoTime());
        }
    }

    @Override
    public void close() {
        loop.close();
        chat.close();
    }
}
