package io.larkdesk.app.page;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.UUID;

/** What stands for a person where there is no picture: two characters and a colour, always the same for the same person. */
public final class Names {

    private static final int HUES = 8;

    private Names() {}

    /** The initials: of a Chinese name the last two characters, of others the first letters of the first and the last word. */
    public static String initials(String name) {
        String[] words = name.strip().split("[\\s\\p{Z}]+", -1);
        if (words[0].isEmpty()) {
            return "?";
        }
        if (isHan(words[0].codePointAt(0))) {
            int length = words[0].codePointCount(0, words[0].length());
            return words[0].substring(words[0].offsetByCodePoints(0, Math.max(0, length - 2)));
        }
        String first = firstOf(words[0]);
        for (int last = words.length - 1; last > 0; last--) {
            if (Character.isLetter(words[last].codePointAt(0)) && !isHan(words[last].codePointAt(0))) {
                return first + firstOf(words[last]);
            }
        }
        return first;
    }

    /** One of the eight colours of avatars, {@code a} to {@code h}. */
    public static char hue(UUID person) {
        return (char) ('a' + Math.floorMod(person.hashCode(), HUES));
    }

    private static String firstOf(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    private static boolean isHan(int character) {
        return UnicodeScript.of(character) == UnicodeScript.HAN;
    }
}
