package io.larkdesk.app.page;

import io.larkdesk.core.conversation.MessageBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A piece of what somebody wrote. */
public sealed interface Part {

    /**
     * Plain words.
     *
     * @param text as written
     */
    record Text(String text) implements Part {}

    /**
     * A web address, which the page makes a link.
     *
     * @param address begins with {@code http://} or {@code https://}
     */
    record Link(String address) implements Part {}

    /**
     * A person called by name.
     *
     * @param person who
     * @param name as the person is called now
     */
    record Mention(UUID person, String name) implements Part {}

    /** Addresses end before white space, quotes, angle brackets and Chinese characters or punctuation, as people write them. */
    Pattern ADDRESS =
            Pattern.compile("(?<![\\p{L}\\p{N}])https?://[^\\s<>\"'`\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF]+");

    /** The body in pieces, in order; mentioned persons go by the names in {@code people}. */
    static List<Part> listOf(MessageBody body, Map<UUID, PersonView> people) {
        List<Part> parts = new ArrayList<>();
        for (MessageBody.Segment segment : body.segments()) {
            if (segment instanceof MessageBody.Mentioned mentioned) {
                UUID person = mentioned.person();
                parts.add(new Mention(
                        person,
                        people.getOrDefault(person, PersonView.unknown(person)).name()));
            } else if (segment instanceof MessageBody.Text text) {
                cut(text.value(), parts);
            }
        }
        return List.copyOf(parts);
    }

    /** The names of those who are called in {@code parts}. */
    static Map<UUID, String> names(List<Part> parts) {
        return parts.stream()
                .filter(Mention.class::isInstance)
                .map(Mention.class::cast)
                .collect(Collectors.toMap(Mention::person, Mention::name, (one, same) -> one));
    }

    private static void cut(String text, List<Part> parts) {
        Matcher matcher = ADDRESS.matcher(text);
        int from = 0;
        while (matcher.find()) {
            int end = endOfAddress(text, matcher.start(), matcher.end());
            if (end - text.indexOf("//", matcher.start()) <= 2) {
                continue;
            }
            if (matcher.start() > from) {
                parts.add(new Text(text.substring(from, matcher.start())));
            }
            parts.add(new Link(text.substring(matcher.start(), end)));
            from = end;
        }
        if (from < text.length()) {
            parts.add(new Text(text.substring(from)));
        }
    }

    /** A sentence's punctuation after an address is not part of it, nor is a bracket that was opened before it. */
    private static int endOfAddress(String text, int start, int end) {
        int last = end;
        int bracket = text.indexOf('(', start);
        while (last > start) {
            char c = text.charAt(last - 1);
            boolean unopened = c == ')' && (bracket < 0 || bracket >= last - 1);
            if (".,;:!?*_~]}".indexOf(c) < 0 && !unopened) {
                break;
            }
            last--;
        }
        return last;
    }
}
