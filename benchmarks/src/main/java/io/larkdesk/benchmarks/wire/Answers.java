package io.larkdesk.benchmarks.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Finds where each answer of HTTP/1.1 ends, and what its status is; bodies are passed over. */
public final class Answers implements Link.Reader {

    private static final int MOST_HEAD = 1 << 14;

    private final IntConsumer done;
    private final Runnable last;
    private final byte[] line = new byte[MOST_HEAD];
    private int length;
    private State state = State.HEAD;
    private int status;
    private long left;

    private enum State {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK
    }

    /**
     * Tells {@code done} the status of each answer when it has come whole; -1 if the connection ends.
     *
     * @param last is told, before an answer is, that the server takes nothing more on this connection
     */
    public Answers(IntConsumer done, Runnable last) {
        this.done = done;
        this.last = last;
    }

    @Override
    public void read(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            switch (state) {
                case HEAD -> head(bytes.get());
                case BODY -> pass(bytes, State.HEAD);
                case CHUNK_SIZE -> size(bytes.get());
                case CHUNK -> pass(bytes, State.CHUNK_SIZE);
            }
        }
    }

    @Override
    public void end() {
        done.accept(-1);
    }

    private void head(byte next) {
        line[length++] = next;
        if (length < 4 || next != '\n' || line[length - 2] != '\r' || line[length - 3] != '\n') {
            return;
        }
        String head = new String(line, 0, length, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        length = 0;
        status = Integer.parseInt(head.substring(9, 12));
        if (head.contains("\nconnection: close")) {
            last.run();
        }
        if (head.contains("\ntransfer-encoding: chunked")) {
            state = State.CHUNK_SIZE;
            return;
        }
        int at = head.indexOf("\ncontent-length:");
        left = at < 0
                ? 0
                : Long.parseLong(head.substring(at + 16, head.indexOf('\r', at)).strip());
        if (left == 0) {
            finish();
        } else {
            state = State.BODY;
        }
    }

    private void pass(ByteBuffer bytes, State next) {
        int some = (int) Math.min(left, bytes.remaining());
        bytes.position(bytes.position() + some);
        left -= some;
        if (left == 0) {
            state = next;
            if (next == State.HEAD) {
                finish();
            }
        }
    }

    private void size(byte next) {
        if (next != '\n') {
            line[length++] = next;
            return;
        }
        int size = Integer.parseInt(new String(line, 0, length, StandardCharsets.US_ASCII).strip(), 16);
        length = 0;
        // The line end behind a chunk is passed over with it; behind the last one there is only that
        left = size + 2L;
        state = size == 0 ? State.BODY : State.CHUNK;
    }

    private void finish() {
        state = State.HEAD;
        done.accept(status);
    }
}
