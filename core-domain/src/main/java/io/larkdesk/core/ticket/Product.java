package io.larkdesk.core.ticket;

/**
 * One of the provider's products, to which a ticket can belong.
 *
 * @param name one line of 1 to 60 characters
 */
public record Product(String name) {

    private static final int LONGEST = 60;

    /** Refuses what is not such a line. */
    public Product {
        if (!isName(name)) {
            throw new IllegalArgumentException("name is not a line of 1 to " + LONGEST + " characters: " + name);
        }
    }

    /** Whether {@code text} can be a product's name. */
    public static boolean isName(String text) {
        return text.equals(Plain.line(text))
                && TextProblem.of(text, text, 1, LONGEST).isEmpty();
    }

    @Override
    public String toString() {
        return name;
    }
}
