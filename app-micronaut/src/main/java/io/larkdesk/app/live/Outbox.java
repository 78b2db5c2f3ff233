package io.larkdesk.app.live;

import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * What waits to be written to one open page. Nobody puts anything in while it is full; so a page that does not keep up costs no more
 * than this, and gets what it missed, in larger pieces, when it has caught up. Thread-safe.
 */
final class Outbox {

    /** With this many bytes waiting it is full. */
    static final int ROOM = 64 * 1024;

    private final Sinks.Many<Piece> pieces = Sinks.many().unicast().onBackpressureBuffer(new ConcurrentLinkedQueue<>());
    private final Sinks.Empty<Void> cut = Sinks.empty();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Set<Serial> whenRoom = ConcurrentHashMap.newKeySet();
    private volatile long movedAt = System.nanoTime();
    private volatile long putAt = movedAt;

    /** Bytes, and when the hint came that made them, by this node's monotonic clock; 0 if none did. */
    private static final class Piece {

        private final byte[] bytes;
        private final long hintedAt;

        Piece(byte[] bytes, long hintedAt) {
            this.bytes = bytes;
            this.hintedAt = hintedAt;
        }
    }

    /** Puts {@code bytes} in, which are not changed any more: many outboxes share them. */
    void put(byte[] bytes) {
        put(bytes, 0);
    }

    /** Puts {@code bytes} in, because of a hint at {@code hintedAt}. */
    synchronized void put(byte[] bytes, long hintedAt) {
        long now = System.nanoTime();
        if (waiting.getAndAdd(bytes.length) == 0) {
            movedAt = now;
        }
        putAt = now;
        if (pieces.tryEmitNext(new Piece(bytes, hintedAt)).isFailure()) {
            waiting.addAndGet(-bytes.length);
        }
    }

    /** Ends the stream, after what was put in. */
    synchronized void end() {
        pieces.tryEmitComplete();
    }

    /** Breaks the stream off, whatever waits. */
    void cut() {
        cut.tryEmitError(new SlowPageException());
    }

    boolean hasRoom() {
        return waiting.get() < ROOM;
    }

    /** Wakes {@code work} when there is room, at once if there is. */
    void whenRoom(Serial work) {
        whenRoom.add(work);
        if (hasRoom()) {
            wakeWaiting();
        }
    }

    /** For how long nothing was taken out although something waits, in nanoseconds. */
    long stuckFor(long now) {
        return waiting.get() == 0 ? 0 : now - movedAt;
    }

    /** For how long nothing was put in, in nanoseconds. */
    long silentFor(long now) {
        return now - putAt;
    }

    /**
     * What is put in, as fast as the one subscriber takes it.
     *
     * @param written is told of each hint when what it led to is handed on, after how many nanoseconds
     */
    Flux<byte[]> flux(LongConsumer written) {
        return pieces.asFlux().takeUntilOther(cut.asMono()).map(piece -> taken(piece, written));
    }

    private byte[] taken(Piece piece, LongConsumer written) {
        long now = System.nanoTime();
        movedAt = now;
        if (piece.hintedAt != 0) {
            written.accept(now - piece.hintedAt);
        }
        if (waiting.addAndGet(-piece.bytes.length) < ROOM) {
            wakeWaiting();
        }
        return piece.bytes;
    }

    private void wakeWaiting() {
        for (Iterator<Serial> works = whenRoom.iterator(); works.hasNext(); ) {
            Serial work = works.next();
            works.remove();
            work.wake();
        }
    }
}
