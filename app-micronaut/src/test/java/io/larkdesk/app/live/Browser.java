package io.larkdesk.app.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** Takes pieces of a stream, and reads events as a browser does. */
final class Browser extends BaseSubscriber<byte[]> {

    private final List<byte[]> pieces = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private Optional<String> id = Optional.empty();
    private int comments;
    private boolean ended;
    private boolean broken;

    record Event(String name, String data, Optional<String> id) {}

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        // Asks for nothing yet
    }

    @Override
    protected void hookOnNext(byte[] piece) {
        pieces.add(piece);
        for (String block : new String(piece, StandardCharsets.UTF_8).split("\n\n", -1)) {
            read(block);
        }
    }

    private void read(String block) {
        String name = "";
        Optional<String> own = Optional.empty();
        List<String> data = new ArrayList<>();
        for (String line : block.split("\n", -1)) {
            if (line.startsWith(":")) {
                comments++;
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("id: ")) {
                own = Optional.of(line.substring(4));
            } else if (line.startsWith("data: ")) {
                data.add(line.substring(6));
            }
        }
        if (!name.isEmpty()) {
            id = own.or(() -> id);
            events.add(new Event(name, String.join("\n", data), own));
        }
    }

    @Override
    protected void hookOnComplete() {
        ended = true;
    }

    @Override
    protected void hookOnError(Throwable failure) {
        broken = true;
    }

    List<byte[]> pieces() {
        return pieces;
    }

    List<Event> events() {
        return events;
    }

    /** The data of all events called {@code name}, in order. */
    List<String> data(String name) {
        return events.stream()
                .filter(event -> event.name().equals(name))
                .map(Event::data)
                .toList();
    }

    /** The last position that was told. */
    Optional<String> lastId() {
        return id;
    }

    int comments() {
        return comments;
    }

    /** The stream came to its end. */
    boolean hasEnded() {
        return ended;
    }

    /** The stream was broken off. */
    boolean isBroken() {
        return broken;
    }
}
