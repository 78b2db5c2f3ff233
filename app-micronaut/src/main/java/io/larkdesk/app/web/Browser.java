package io.larkdesk.app.web;

import io.larkdesk.app.page.Theme;
import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.person.Language;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What a browser says of itself. None of it is believed further than a page's looks. */
public final class Browser {

    /** The cookie that keeps the chosen brightness. */
    public static final String THEME_COOKIE = "theme";

    /** The cookie that keeps what Enter does where messages are written. */
    public static final String ENTER_COOKIE = "enter";

    /** What {@link #ENTER_COOKIE} holds where Enter begins a new line. */
    public static final String ENTER_BREAKS = "break";

    /** The header by which the page's script asks for a piece of a page. */
    static final String FRAGMENT_HEADER = "X-Fragment";

    private static final String ZONE_COOKIE = "zone";
    private static final int LONGEST_ZONE = 64;

    private Browser() {}

    /** Somebody of whom nothing else is known, now. */
    public static Viewer viewer(HttpRequest<?> request) {
        return viewer(request, language(request), Instant.now());
    }

    /** Somebody who reads {@code language} at {@code now}. */
    static Viewer viewer(HttpRequest<?> request, Language language, Instant now) {
        return new Viewer(language, theme(request), enterBreaks(request), zone(request), now);
    }

    /** The first language in {@code Accept-Language} that the desk speaks, else English. */
    public static Language language(HttpRequest<?> request) {
        for (Locale.LanguageRange range : languages(request)) {
            String wanted = Locale.forLanguageTag(range.getRange()).getLanguage();
            for (Language language : Language.values()) {
                if (language.locale().getLanguage().equals(wanted)) {
                    return language;
                }
            }
        }
        return Language.EN;
    }

    /** Whether somebody looks at the answer: a page is asked for, not by the page's own script, and not of the API. */
    static boolean wantsPage(HttpRequest<?> request) {
        String accepted = Objects.requireNonNullElse(request.getHeaders().get(HttpHeaders.ACCEPT), "");
        return !isScript(request) && !Asked.isOfSystems(request) && accepted.contains("text/html");
    }

    /** Whether the page's script asks, for a piece of a page. */
    public static boolean isScript(HttpRequest<?> request) {
        return request.getHeaders().contains(FRAGMENT_HEADER);
    }

    private static List<Locale.LanguageRange> languages(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Theme theme(HttpRequest<?> request) {
        return cookie(request, THEME_COOKIE).flatMap(Theme::parse).orElse(Theme.SYSTEM);
    }

    private static boolean enterBreaks(HttpRequest<?> request) {
        return cookie(request, ENTER_COOKIE).filter(ENTER_BREAKS::equals).isPresent();
    }

    private static ZoneId zone(HttpRequest<?> request) {
        return cookie(request, ZONE_COOKIE).flatMap(Browser::zone).orElse(ZoneOffset.UTC);
    }

    /** The zone that a browser calls {@code name}; scripts write the slash in it as they write addresses. */
    static Optional<ZoneId> zone(String name) {
        if (name.length() > LONGEST_ZONE) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(name.replace("%2F", "/")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> cookie(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(name).map(Cookie::getValue);
    }
}
