package io.larkdesk.app.live;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Listens to a stream over HTTP, on a thread of its own. */
final class Listener implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpResponse<InputStream> answer;
    private final List<Browser.Event> events = new CopyOnWriteArrayList<>();
    private volatile String id = "";
    private volatile boolean ended;

    private Listener(HttpResponse<InputStream> answer) {
        this.answer = answer;
    }

    /** Connects {@code person}'s page at {@code node} to {@code path}; {@code headers} are names and values in turn. */
    static Listener connect(SignedIn person, RunningDesk.Node node, String path, String... headers) {
        int port = node.bean(EmbeddedServer.class).getPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip")
                .header("X-Fragment", "1")
                .header("Cookie", cookies(person));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            Listener listener = new Listener(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
            Thread thread = new Thread(listener::listen, "listener");
            thread.setDaemon(true);
            thread.start();
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String cookies(SignedIn person) {
        return person.browser().cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            List<String> block = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    take(block);
                    block.clear();
                } else {
                    block.add(line);
                }
            }
        } catch (IOException closed) {
            // Nothing more comes
        } finally {
            ended = true;
        }
    }

    private void take(List<String> block) {
        Optional<String> own = field(block, "id: ").findFirst();
        id = own.orElse(id);
        field(block, "event: ")
                .findFirst()
                .ifPresent(name -> events.add(
                        new Browser.Event(name, field(block, "data: ").collect(Collectors.joining("\n")), own)));
    }

    private static Stream<String> field(List<String> block, String prefix) {
        return block.stream().filter(line -> line.startsWith(prefix)).map(line -> line.substring(prefix.length()));
    }

    int status() {
        return answer.statusCode();
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** The data of all events called {@code name} so far. */
    List<String> data(String name) {
        return events.stream()
                .filter(event -> event.name().equals(name))
                .map(Browser.Event::data)
                .toList();
    }

    /** The places of all messages that came as new, in the order in which they came. */
    List<Long> places() {
        return data("messages").stream()
                .flatMap(Seen::items)
                .map(item -> Long.parseLong(item.group(1)))
                .toList();
    }

    String lastId() {
        return id;
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
