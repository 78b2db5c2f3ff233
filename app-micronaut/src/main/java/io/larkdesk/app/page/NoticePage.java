package io.larkdesk.app.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A page that says one thing: how to sign in, or what went wrong and what to do.
 *
 * @param viewer for whom and when
 * @param notice what it says
 * @param words what the texts name: {@code provider}, {@code organisation}, {@code app}, {@code tam}, {@code inviter}, {@code me},
 *     {@code time}; what is missing goes by a general word
 * @param reference what the log has it under, if it has
 * @param next where the button leads, a path of our own; without it there is no button
 */
public record NoticePage(
        Viewer viewer, Notice notice, Map<String, String> words, Optional<String> reference, Optional<String> next) {

    /** Copies the words. */
    public NoticePage {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(notice, "notice");
        words = Map.copyOf(words);
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(next, "next");
    }

    /** The words of {@code part} of the notice: {@code title}, {@code text}, {@code action} or {@code copy}. */
    public String say(String part) {
        return viewer.texts().say("notice." + notice.key() + "." + part, named());
    }

    private Map<String, Object> named() {
        Texts texts = viewer.texts();
        Map<String, Object> named = new HashMap<>();
        named.put("provider", texts.say("notice.someProvider"));
        named.put("organisation", texts.say("notice.someOrganisation"));
        named.put("tam", texts.say("notice.someTam"));
        named.put("inviter", texts.say("notice.someColleague"));
        named.put("me", "");
        named.put("time", "");
        named.put("app", "");
        named.put("reference", reference.orElse(""));
        named.putAll(words);
        return named;
    }
}
