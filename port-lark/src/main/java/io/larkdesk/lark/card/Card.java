package io.larkdesk.lark.card;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * An interactive message. Every text is plain: Lark interprets nothing in it, so a mention or a link that a user wrote has no effect.
 * Half surrogate pairs, which no encoding can carry, become "?".
 *
 * @param template the colour of the header
 * @param title the header; all that clients older than 7.20 show
 * @param summary the line in the chat list and in the notification
 * @param link what a click on the card opens
 * @param elements the body, from top to bottom, at most 200
 * @see <a href="https://open.larksuite.com/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure">Card JSON 2.0</a>
 */
public record Card(Template template, String title, String summary, URI link, List<CardElement> elements) {

    private static final int MOST_ELEMENTS = 200;

    /** Lark's names of the header colours that the desk's cards use. */
    public enum Template {
        /** Mentions. */
        TURQUOISE,
        /** Tickets. */
        BLUE,
        /** Reminders to the service team. */
        ORANGE,
        /** Emergencies. */
        RED,
        /** Emergencies that are over. */
        GREEN
    }

    /** Refuses null, a blank title, and more elements than Lark takes. */
    public Card {
        Objects.requireNonNull(template, "template");
        title = encodable(title);
        summary = encodable(summary);
        Objects.requireNonNull(link, "link");
        elements = List.copyOf(elements);
        if (title.isBlank()) {
            throw new IllegalArgumentException("title is blank");
        }
        if (elements.size() > MOST_ELEMENTS) {
            throw new IllegalArgumentException("elements are too many: " + elements.size());
        }
    }

    static String encodable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
