package io.larkdesk.app.live;

import io.larkdesk.core.conversation.Position;
import java.nio.charset.StandardCharsets;

/**
 * Writes events as the stream carries them.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML: server-sent events</a>
 */
final class EventText {

    private final StringBuilder text = new StringBuilder();

    /** A line that is no event: it shows that the connection lives. */
    EventText comment() {
        text.append(":\n\n");
        return this;
    }

    /** After how long a browser is to connect again. */
    EventText retryAfter(long milliseconds) {
        text.append("retry: ").append(milliseconds).append("\n\n");
        return this;
    }

    /** An event that moves no position. */
    EventText event(String name, String data) {
        text.append("event: ").append(name).append('\n');
        data.lines().forEach(line -> text.append("data: ").append(line).append('\n'));
        text.append('\n');
        return this;
    }

    /** An event after which its reader is at {@code position}. */
    EventText event(String name, String data, Position position) {
        text.append("id: ").append(position).append('\n');
        return event(name, data);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
