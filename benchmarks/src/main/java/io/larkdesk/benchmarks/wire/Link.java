package io.larkdesk.benchmarks.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A connection to this machine. At first it is used by whoever opened it, who waits for answers; from {@link Loop#add} on by the loop alone. */
public final class Link {

    private final SocketChannel channel;
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
    private Reader reader = bytes -> {};
    private @Nullable SelectionKey key;

    /** Takes what comes. */
    @FunctionalInterface
    public interface Reader {
        /** Some bytes, which are gone afterwards. */
        void read(ByteBuffer bytes);

        /** Nothing more comes. */
        default void end() {}
    }

    private Link(SocketChannel channel) {
        this.channel = channel;
    }

    /** Connects. */
    public static Link open(int port) {
        try {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            return new Link(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who takes what comes, once the loop has it. */
    public Link to(Reader newReader) {
        this.reader = newReader;
        return this;
    }

    /** Sends {@code text} and waits until one of {@code ends} has come: all that came. */
    public String ask(String text, String... ends) {
        StringBuilder said = new StringBuilder();
        ByteBuffer room = ByteBuffer.allocate(1 << 16);
        try {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            while (Stream.of(ends).noneMatch(end -> said.indexOf(end) >= 0)) {
                if (channel.read(room) < 0) {
                    throw new EOFException(said.toString());
                }
                said.append(StandardCharsets.UTF_8.decode(room.flip()));
                room.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return said.toString();
    }

    /** Sends these bytes, at once if there is room. */
    public void send(byte[] bytes) {
        unsent.add(ByteBuffer.wrap(bytes));
        flush();
    }

    void register(Selector selector) {
        try {
            channel.configureBlocking(false);
            key = channel.register(selector, SelectionKey.OP_READ, this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void flush() {
        try {
            for (ByteBuffer first = unsent.peek(); first != null; first = unsent.peek()) {
                channel.write(first);
                if (first.hasRemaining()) {
                    break;
                }
                unsent.remove();
            }
            if (key != null) {
                key.interestOps(unsent.isEmpty() ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            }
        } catch (IOException e) {
            end();
        }
    }

    void read(ByteBuffer room) {
        try {
            room.clear();
            if (channel.read(room) < 0) {
                end();
            } else {
                reader.read(room.flip());
            }
        } catch (IOException e) {
            end();
        }
    }

    private void end() {
        close();
        reader.end();
    }

    /** Breaks off. */
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
