package io.larkdesk.sandbox.internal.pages;

import io.larkdesk.sandbox.internal.http.Html;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.platform.Person;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A person's picture: their first letter on a colour of their own. */
final class Avatar {

    private static final String[] COLOURS = {
        "#2b5fd9", "#04756f", "#7f3bf5", "#b4232a", "#a3520b", "#1d6a96", "#2a6b2a", "#8d2574"
    };

    private Avatar() {}

    /** A picture for whatever has an id and a name: a person, an app's bot, an organisation. */
    static Reply picture(String id, String name) {
        return Reply.of(200, "image/svg+xml; charset=utf-8", svg(id, name).getBytes(StandardCharsets.UTF_8));
    }

    static String inline(Person person) {
        return "<span class=\"avatar\" aria-hidden=\"true\" style=\"background:" + colour(person.openId()) + "\">"
                + Html.escape(initial(person.name())) + "</span>";
    }

    private static String svg(String id, String name) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><rect width="72" height="72" fill="%s"/>\
                <text x="36" y="48" font-family="sans-serif" font-size="34" fill="#fff" text-anchor="middle">%s</text></svg>
                """.formatted(colour(id), Html.escape(initial(name)));
    }

    private static String colour(String id) {
        return COLOURS[Math.floorMod(id.hashCode(), COLOURS.length)];
    }

    private static String initial(String of) {
        String name = of.strip();
        return name.isEmpty() ? "?" : new String(Character.toChars(name.codePointAt(0))).toUpperCase(Locale.ROOT);
    }
}
