package io.larkdesk.app.tracing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Receives spans by OTLP over HTTP, and reads of Protocol Buffers what it takes for their names and for what is part of what. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final Queue<Span> spans = new ConcurrentLinkedQueue<>();

    /**
     * A span.
     *
     * @param parent empty if there is none
     * @param raw all that was sent of it
     */
    record Span(String trace, String id, String parent, String name, String raw) {}

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Receiver receiver = new Receiver(server);
            server.createContext("/v1/traces", exchange -> {
                receiver.take(exchange.getRequestBody().readAllBytes());
                exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }

    private void take(byte[] request) {
        for (byte[] ofResource : fields(request, 1)) {
            for (byte[] ofScope : fields(ofResource, 2)) {
                fields(ofScope, 2).forEach(span -> spans.add(span(span)));
            }
        }
    }

    private static Span span(byte[] bytes) {
        return new Span(
                hex(bytes, 1),
                hex(bytes, 2),
                hex(bytes, 4),
                new String(fields(bytes, 5).get(0), StandardCharsets.UTF_8),
                new String(bytes, StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes, int number) {
        List<byte[]> all = fields(bytes, number);
        return all.isEmpty() ? "" : HexFormat.of().formatHex(all.get(0));
    }

    /** What stands in the fields of this number that have a length. */
    private static List<byte[]> fields(byte[] message, int number) {
        List<byte[]> found = new ArrayList<>();
        ByteBuffer left = ByteBuffer.wrap(message);
        while (left.hasRemaining()) {
            long key = varint(left);
            switch ((int) key & 7) {
                case 0 -> varint(left);
                case 1 -> left.position(left.position() + Long.BYTES);
                case 2 -> {
                    byte[] field = new byte[(int) varint(left)];
                    left.get(field);
                    if (key >>> 3 == number) {
                        found.add(field);
                    }
                }
                case 5 -> left.position(left.position() + Integer.BYTES);
                default -> throw new IllegalStateException("no field: " + key);
            }
        }
        return found;
    }

    private static long varint(ByteBuffer from) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = from.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
