package io.larkdesk.sandbox.internal.pages;

import io.larkdesk.sandbox.internal.http.Html;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.platform.Person;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A person's picture: their first letter on a colour of their own. */
final class Avatar {

    private static final String[] COLOURS = {
        "#3370ff", "#04756f", "#7f3bf5", "#b4232a", "#a3520b", "#245bdb", "#2a6b2a", "#8d2574"
    };

    private Avatar() {}

    static Reply picture(Person person) {
        return Reply.of(200, "image/svg+xml; charset=utf-8", svg(person).getBytes(StandardCharsets.UTF_8));
    }

    static String inline(Person person) {
        return "<span class=\"avatar\" aria-hidden=\"true\" style=\"background:" + colour(person) + "\">"
                + Html.escape(initial(person)) + "</span>";
    }

    private static String svg(Person person) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><rect width="72" height="72" fill="%s"/>\
                <text x="36" y="48" font-family="sans-serif" font-size="34" fill="#fff" text-anchor="middle">%s</text></svg>
                """.formatted(colour(person), Html.escape(initial(person)));
    }

    private static String colour(Person person) {
        return COLOURS[Math.floorMod(person.openId().hashCode(), COLOURS.length)];
    }

    private static String initial(Person person) {
        String name = person.name().strip();
        return name.isEmpty() ? "?" : new String(Character.toChars(name.codePointAt(0))).toUpperCase(Locale.ROOT);
    }
}
