package io.larkdesk.app.connections;

import java.util.concurrent.TimeUnit;

/**
 * Knows how long a connection has let us wait for the request that it has begun. Only the time counts in which we wanted to read: who
 * sends faster than we take it is not late. Times are of a monotonic clock, in nanoseconds; for one thread.
 */
final class RequestClock {

    /** A request's head has to be there so soon after the connection, or after its own first byte. */
    static final long HEAD_WITHIN = TimeUnit.SECONDS.toNanos(10);

    /** So long we wait for a body, in all. */
    static final long BODY_WITHIN = TimeUnit.SECONDS.toNanos(15);

    /** Of a form with files so many bytes have to come in each such time; a slow telephone sends ten times as many. */
    static final int PROGRESS = 16 * 1024;

    private enum Part {
        NOTHING,
        HEAD,
        BODY,
        FILES
    }

    private Part part = Part.NOTHING;
    private long startedAt;
    private long waited;
    private long readingSince;
    private boolean reading;
    private long bytes;

    /** The connection is there, and nothing of a request; or the first byte of one. */
    void begin(long now) {
        if (part == Part.NOTHING) {
            part = Part.HEAD;
            startedAt = now;
        }
    }

    /** We want to read. */
    void reading(long now) {
        if (!reading) {
            reading = true;
            readingSince = now;
        }
    }

    /** So many bytes came. */
    void read(int count, long now) {
        begin(now);
        bytes += count;
        if (part == Part.FILES && bytes >= PROGRESS) {
            bytes = 0;
            waited = 0;
            readingSince = now;
        }
    }

    /** We read all that there was. */
    void readComplete(long now) {
        if (reading) {
            waited += now - readingSince;
            reading = false;
        }
    }

    /** The head is there, and the body is not yet. */
    void headRead(boolean isUpload, long now) {
        part = isUpload ? Part.FILES : Part.BODY;
        bytes = 0;
        waited = 0;
        readingSince = now;
    }

    /** The request is there. */
    void requestRead() {
        part = Part.NOTHING;
    }

    /** Whether something of a request is missing. */
    boolean isWaiting() {
        return part != Part.NOTHING;
    }

    /** For how long what is missing may go on missing; none is left once this is not positive. */
    long left(long now) {
        return switch (part) {
            case NOTHING -> Long.MAX_VALUE;
            case HEAD -> HEAD_WITHIN - (now - startedAt);
            case BODY, FILES -> BODY_WITHIN - waited - (reading ? now - readingSince : 0);
        };
    }
}
