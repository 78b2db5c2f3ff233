package io.larkdesk.app.page;

import com.sun.net.httpserver.HttpExchange;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.person.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One reader's stream of events. */
final class DeskStream {

    private static final String END = "";

    private final BlockingQueue<String> pieces = new LinkedBlockingQueue<>();
    private final Desk desk;
    private final Pages pages;
    private final Language language;
    private final Consumer<Desk.Event> follower = this::tell;
    private Position position;

    DeskStream(Desk desk, Pages pages, Language language, Position position) {
        this.desk = desk;
        this.pages = pages;
        this.language = language;
        this.position = position;
    }

    /** Says who has read how far, how much is unread, and which script this node serves; then all that happens, until the end. */
    void begin(String script) {
        pieces.add("retry: 1000\n:\n\n");
        desk.follow(position, follower);
        tell("read", json(desk.cursors()));
        tellUnread();
        tell("version", script);
    }

    /** Sends it, until the end. */
    void serve(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (String piece = pieces.take(); !piece.equals(END); piece = pieces.take()) {
                body.write(piece.getBytes(StandardCharsets.UTF_8));
                body.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            desk.leave(follower);
            exchange.close();
        }
    }

    /** Ends the stream. */
    void end() {
        pieces.add(END);
    }

    void tell(String event, String data) {
        pieces.add(data.strip()
                .lines()
                .collect(Collectors.joining("\ndata: ", "event: " + event + "\nid: " + position + "\ndata: ", "\n\n")));
    }

    private synchronized void tell(Desk.Event event) {
        if (event instanceof Desk.Event.Posted posted) {
            tell("messages", posted.message());
        } else if (event instanceof Desk.Event.Changed changed) {
            tell("changes", changed.message());
        } else if (event instanceof Desk.Event.Read read) {
            tell("read", json(Map.of(read.person().id(), read.upTo())));
        }
        tellUnread();
    }

    private void tell(String event, Message message) {
        position = position.after(message);
        tell(event, pages.messages(Samples.everybody(language), List.of(Desk.view(message))));
    }

    private void tellUnread() {
        int unread = desk.unread(Samples.DANIEL);
        tell(
                "groups",
                "[{\"group\":\"" + Samples.GROUP + "\",\"unread\":" + unread + ",\"mentions\":0},"
                        + "{\"group\":\"elsewhere\",\"unread\":2,\"mentions\":1}]");
    }

    private static String json(Map<UUID, Long> cursors) {
        return cursors.entrySet().stream()
                .map(cursor -> "\"" + cursor.getKey() + "\":" + cursor.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
