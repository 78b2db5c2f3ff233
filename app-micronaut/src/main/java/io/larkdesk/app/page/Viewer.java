package io.larkdesk.app.page;

import io.larkdesk.core.person.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * For whom, and when, a page is drawn.
 *
 * @param language of the texts
 * @param theme the chosen brightness
 * @param enterBreaks whether Enter begins a new line where messages are written, and sends only with Ctrl or Cmd
 * @param zone in which times are shown; UTC until the browser has told its own
 * @param now the instant that "today" is about
 */
public record Viewer(Language language, Theme theme, boolean enterBreaks, ZoneId zone, Instant now) {

    /** Refuses null. */
    public Viewer {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(theme, "theme");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(now, "now");
    }

    /** Nobody in particular: what many readers of one language get. */
    static Viewer anyone(Language language) {
        return new Viewer(language, Theme.SYSTEM, false, ZoneOffset.UTC, Instant.EPOCH);
    }

    /** The texts in the viewer's language. */
    public Texts texts() {
        return Texts.in(language);
    }

    /** The language as HTML names it. */
    public String lang() {
        return language == Language.ZH ? "zh-CN" : "en";
    }

    /** The chosen brightness as the page's root element has it, null to go with the device. */
    public @Nullable String fixedTheme() {
        return theme == Theme.SYSTEM ? null : theme.token();
    }

    /** Times and days as the viewer reads them. */
    public Times times() {
        return new Times(texts(), zone, now);
    }
}
