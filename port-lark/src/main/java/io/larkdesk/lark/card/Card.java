package io.larkdesk.lark.card;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An interactive message. Every text is plain: Lark interprets nothing in it, so a mention or a link that a user wrote has no effect.
 * Half surrogate pairs, which no encoding can carry, become "?".
 *
 * @param template the colour of the header
 * @param title the header; all that clients older than 7.20 show
 * @param subtitle a smaller line of the header; empty for none
 * @param tag a word beside the title, if there is one
 * @param summary the line in the chat list and in the notification
 * @param link what a click on the card opens
 * @param elements the body, from top to bottom, at most 200
 * @see <a href="https://open.larksuite.com/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure">Card JSON 2.0</a>
 */
public record Card(
        Template template,
        String title,
        String subtitle,
        Optional<Tag> tag,
        String summary,
        URI link,
        List<CardElement> elements) {

    private static final int MOST_ELEMENTS = 200;

    /** Lark's names of the header colours that the desk's cards use. */
    public enum Template {
        /** Mentions. */
        TURQUOISE,
        /** New tickets. */
        BLUE,
        /** Reminders to the service team, and what else staff should see to. */
        ORANGE,
        /** Emergencies. */
        RED,
        /** What is well: Emergencies that have ended, tickets that are resolved, customers that came into service. */
        GREEN
    }

    /** Lark's names of the colours of tags that the desk's cards use. */
    public enum Colour {
        /** Nobody has acknowledged; critical. */
        RED,
        /** Somebody works on it; high. */
        ORANGE,
        /** It is over. */
        GREEN,
        /** Nothing that stands out. */
        NEUTRAL
    }

    /**
     * A word beside the title.
     *
     * @param text the word; half surrogate pairs become "?"
     * @param colour its colour
     */
    public record Tag(String text, Colour colour) {

        /** Refuses null. */
        public Tag {
            text = encodable(text);
            Objects.requireNonNull(colour, "colour");
        }
    }

    /** A card with nothing but a title in its header. */
    public Card(Template template, String title, String summary, URI link, List<CardElement> elements) {
        this(template, title, "", Optional.empty(), summary, link, elements);
    }

    /** Refuses null, a blank title, and more elements than Lark takes. */
    public Card {
        Objects.requireNonNull(template, "template");
        title = encodable(title);
        subtitle = encodable(subtitle);
        Objects.requireNonNull(tag, "tag");
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
