package io.larkdesk.core.person;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A person's name as shown to others: in Unicode's composed form, without control and direction-changing characters, so that
 * nobody can dress up as somebody else.
 *
 * @param value 1 to 64 characters
 */
public record PersonName(String value) {

    private static final int LONGEST = 64;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

    /** Refuses a name that {@link #of} would have changed. */
    public PersonName {
        if (value.isEmpty() || !value.equals(clean(value))) {
            throw new IllegalArgumentException("value is not a clean name");
        }
    }

    /** The name in {@code text}, cleaned and cut to 64 characters; a text without any visible character becomes "?". */
    public static PersonName of(String text) {
        String clean = clean(text);
        return new PersonName(clean.isEmpty() ? "?" : clean);
    }

    private static String clean(String text) {
        String visible = UNSEEN.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("");
        // Only now: what was between two characters may have kept them from being one
        String composed = Normalizer.normalize(visible, Normalizer.Form.NFC);
        String spaced = SPACES.matcher(composed).replaceAll(" ").strip();
        if (spaced.codePointCount(0, spaced.length()) <= LONGEST) {
            return spaced;
        }
        return spaced.substring(0, spaced.offsetByCodePoints(0, LONGEST)).strip();
    }

    @Override
    public String toString() {
        return value;
    }
}
