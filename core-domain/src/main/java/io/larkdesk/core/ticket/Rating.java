package io.larkdesk.core.ticket;

import java.util.Optional;

/**
 * How well it went, in the customer's view.
 *
 * @param stars 1 to 5, 5 is best
 * @param word one line of at most 500 characters, perhaps empty
 */
public record Rating(int stars, String word) {

    /** The longest word, in characters (UTF-16). */
    public static final int LONGEST_WORD = 500;

    /** Refuses too few or too many stars, and what {@link #of} would not have made of the word. */
    public Rating {
        if (!isStars(stars)) {
            throw new IllegalArgumentException("stars is not from 1 to 5: " + stars);
        }
        if (!word.equals(Plain.line(word)) || problemWith(word).isPresent()) {
            throw new IllegalArgumentException("word is not a line of at most " + LONGEST_WORD + " characters");
        }
    }

    /** The rating with the word as somebody typed it, tidied. Ask {@link #isStars} and {@link #problemWith} first. */
    public static Rating of(int stars, String word) {
        return new Rating(stars, Plain.line(word));
    }

    /** Whether {@code number} of stars can be given. */
    public static boolean isStars(int number) {
        return number >= 1 && number <= 5;
    }

    /** What keeps {@code word} from being said; empty if nothing does. */
    public static Optional<TextProblem> problemWith(String word) {
        return TextProblem.of(word, Plain.line(word), 0, LONGEST_WORD);
    }
}
