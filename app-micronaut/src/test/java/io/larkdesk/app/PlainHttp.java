package io.larkdesk.app;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests that no library would, byte by byte, as they come from a proxy that serves the desk's public name. */
public final class PlainHttp {

    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;
    private final String host;

    /** Asks {@code node} by its public name. */
    public PlainHttp(RunningDesk.Node node) {
        this.port = node.bean(EmbeddedServer.class).getPort();
        this.host = node.url().getAuthority();
    }

    /**
     * A request.
     *
     * @param method such as GET
     * @param target the path, and the query if there is one
     * @param headers names and values in turn
     * @param body may be empty
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares requests
    public record Request(String method, String target, List<String> headers, byte[] body) {

        /** Copies the headers. */
        public Request {
            headers = List.copyOf(headers);
        }

        @Override
        public String toString() {
            String shown = new String(body, StandardCharsets.ISO_8859_1);
            return method + " " + target + " " + headers + "\n"
                    + (shown.length() > 2_000 ? shown.substring(0, 2_000) + "… " + shown.length() : shown);
        }
    }

    /**
     * What came back.
     *
     * @param status 0 if the connection was closed without an answer
     * @param headers by their names in small letters, the last of each
     * @param body as UTF-8
     */
    public record Reply(int status, Map<String, String> headers, String body) {

        /** Copies the headers. */
        public Reply {
            headers = Map.copyOf(headers);
        }

        /** The header; empty if there is none. */
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /** Sends {@code request} on a connection of its own. */
    public Reply send(Request request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            write(request, socket.getOutputStream());
            return read(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        }
    }

    private void write(Request request, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder(request.method() + " " + request.target() + " HTTP/1.1\r\n");
        head.append("Host: ").append(host).append("\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n");
        for (int i = 0; i < request.headers().size(); i += 2) {
            head.append(request.headers().get(i))
                    .append(": ")
                    .append(request.headers().get(i + 1))
                    .append("\r\n");
        }
        if (request.body().length > 0 || !request.method().equals("GET")) {
            head.append("Content-Length: ").append(request.body().length).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(request.body());
        try {
            out.write(bytes.toByteArray());
            out.flush();
        } catch (IOException refused) {
            // who refuses a body may answer before it has come
        }
    }

    private static Reply read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Reply(0, Map.of(), "");
        }
        List<String> lines = text.substring(0, end).lines().toList();
        Map<String, String> headers = new TreeMap<>();
        lines.stream().skip(1).forEach(line -> {
            String[] pair = line.split(":", 2);
            headers.put(pair[0].toLowerCase(Locale.ROOT), pair[pair.length - 1].strip());
        });
        byte[] body = Arrays.copyOfRange(bytes, end + 4, bytes.length);
        return new Reply(
                Integer.parseInt(lines.get(0).split(" ", 3)[1]),
                headers,
                new String(
                        headers.getOrDefault("transfer-encoding", "").equals("chunked") ? joined(body) : body,
                        StandardCharsets.UTF_8));
    }

    private static byte[] joined(byte[] chunked) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int from = 0;
        while (from < chunked.length) {
            int line = from;
            while (chunked[line] != '\r') {
                line++;
            }
            int length = Integer.parseInt(new String(chunked, from, line - from, StandardCharsets.US_ASCII), 16);
            whole.write(chunked, line + 2, length);
            from = line + 2 + length + 2;
        }
        return whole.toByteArray();
    }

    /** The headers of a request, to be added to. */
    public static List<String> headers(String... pairs) {
        return new ArrayList<>(List.of(pairs));
    }
}
