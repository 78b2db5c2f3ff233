package io.larkdesk.core.person;

import io.larkdesk.core.shared.Folding;
import java.util.Collection;

/**
 * What somebody types to find a person. Case and accents are left aside, so that {@code tomas} finds Tomás.
 *
 * @param text at most 64 characters; blank finds everybody
 */
public record SearchWords(String text) {

    /** Finds everybody. */
    public static final SearchWords ANY = new SearchWords("");

    private static final int LONGEST = 64;

    /** Refuses words that {@link #of} would have cut. */
    public SearchWords {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("text has more than " + LONGEST + " characters: " + text.length());
        }
    }

    /** The words in {@code text}, without spaces around them, cut to 64 characters. */
    public static SearchWords of(String text) {
        String stripped = text.strip();
        return new SearchWords(stripped.substring(0, Math.min(stripped.length(), LONGEST)));
    }

    /** Whether they find somebody with {@code keys}: one of the keys has them in it. */
    public boolean find(Collection<String> keys) {
        String wanted = Folding.fold(text.strip());
        return wanted.isEmpty()
                || keys.stream().anyMatch(key -> Folding.fold(key.strip()).contains(wanted));
    }
}
