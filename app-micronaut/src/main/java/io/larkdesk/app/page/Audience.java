package io.larkdesk.app.page;

import io.larkdesk.core.person.Language;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * For whom messages are drawn without a page around them: all to whom they look the same.
 *
 * @param language which they read
 * @param root the address of the app through which they come; all links lead on from there
 * @param you who did some of what the lines tell, and is spoken to there; empty if they are told of others only
 */
public record Audience(Language language, String root, Optional<UUID> you) {

    /** Refuses null. */
    public Audience {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(you, "you");
    }

    /** How {@code message} looks to all of them; the page's script marks what is one's own. */
    public Look look(MessageView message) {
        Times times = Viewer.anyone(language).times();
        return message.isNotice() ? Look.ofLine(times, you) : Look.neutral(times);
    }
}
