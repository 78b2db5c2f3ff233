package io.larkdesk.app;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import javax.net.SocketFactory;

/** Counts how often threads say something to a database and wait for its answer. */
public final class RoundTrips extends SocketFactory {

    private static final int TRIES = 12;
    private static final Map<String, LongAdder> COUNTS = new ConcurrentHashMap<>();

    /** Made by the driver. */
    public RoundTrips() {}

    /** The address {@code url} of a database, such that round trips to it are counted. */
    public static String counted(String url) {
        return url + (url.contains("?") ? "&" : "?") + "socketFactory=" + RoundTrips.class.getName();
    }

    /** How many there were so far by threads whose names begin with {@code threads}. */
    public static long by(String threads) {
        return COUNTS.entrySet().stream()
                .filter(count -> count.getKey().startsWith(threads))
                .mapToLong(count -> count.getValue().sum())
                .sum();
    }

    /** How many {@code work} takes of those threads; the least of some tries, since now and then they do something else besides. */
    public static long leastBy(String threads, Runnable work) {
        return LongStream.range(0, TRIES)
                .map(i -> {
                    long before = by(threads);
                    work.run();
                    return by(threads) - before;
                })
                .min()
                .orElseThrow();
    }

    @Override
    public Socket createSocket() {
        AtomicBoolean said = new AtomicBoolean();
        return new Socket() {
            @Override
            public OutputStream getOutputStream() throws IOException {
                return new Saying(super.getOutputStream(), said);
            }

            @Override
            public InputStream getInputStream() throws IOException {
                return new Hearing(super.getInputStream(), said);
            }
        };
    }

    private static final class Saying extends FilterOutputStream {

        private final AtomicBoolean said;

        Saying(OutputStream out, AtomicBoolean said) {
            super(out);
            this.said = said;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            said.set(true);
            out.write(bytes, offset, length);
        }
    }

    private static final class Hearing extends FilterInputStream {

        private final AtomicBoolean said;

        Hearing(InputStream in, AtomicBoolean said) {
            super(in);
            this.said = said;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (said.getAndSet(false)) {
                COUNTS.computeIfAbsent(Thread.currentThread().getName(), name -> new LongAdder())
                        .increment();
            }
            return in.read(bytes, offset, length);
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }
}
