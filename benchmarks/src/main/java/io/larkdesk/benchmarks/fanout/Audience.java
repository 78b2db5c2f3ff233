package io.larkdesk.benchmarks.fanout;

import io.larkdesk.benchmarks.wire.Latencies;
import io.larkdesk.benchmarks.wire.Link;
import io.larkdesk.benchmarks.wire.Loop;
import io.larkdesk.benchmarks.wire.Marks;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows of each message who has it, and when all have. Belongs to the loop's thread. */
final class Audience {

    private final int size;
    private final BitSet[] seen;
    private final Map<Integer, Message> open = new HashMap<>();
    private final Runnable complete;
    private Latencies untilAll = new Latencies();
    private long deliveries;
    private long repeats;

    private static final class Message {
        private final long sentNanos;
        private int missing;

        Message(long sentNanos, int missing) {
            this.sentNanos = sentNanos;
            this.missing = missing;
        }
    }

    /** These members; each time all of them have a message, {@code complete} is told. */
    Audience(Loop loop, List<Link> members, Runnable complete) {
        this.size = members.size();
        this.complete = complete;
        this.seen = new BitSet[size];
        for (int i = 0; i < size; i++) {
            BitSet own = new BitSet();
            seen[i] = own;
            loop.add(members.get(i).to(new Marks(number -> take(own, number))));
        }
    }

    /** From now on message {@code number} is waited for. */
    void expect(int number, long sentNanos) {
        open.put(number, new Message(sentNanos, size));
    }

    private void take(BitSet own, int number) {
        deliveries++;
        Message message = open.get(number);
        if (own.get(number) || message == null) {
            repeats++;
            return;
        }
        own.set(number);
        if (--message.missing == 0) {
            open.remove(number);
            untilAll.add(System.nanoTime() - message.sentNanos);
            complete.run();
        }
    }

    /** How many messages somebody still waits for. */
    int open() {
        return open.size();
    }

    /** How often any member got a message, ever. */
    long deliveries() {
        return deliveries;
    }

    /** How often that was one that it had already. */
    long repeats() {
        return repeats;
    }

    /** How long it took until all members had a message, of all messages since this was asked last. */
    Latencies takeLatencies() {
        Latencies taken = untilAll;
        untilAll = new Latencies();
        return taken;
    }
}
