package io.larkdesk.core.shared;

/** Cuts what is too long, and never a letter of two characters in half. */
public final class Cut {

    private Cut() {}

    /** {@code text}, or its first {@code most} characters; one fewer where the last would be half a letter. */
    public static String to(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** The same, with an ellipsis in the place of what is left out, which counts as one of the characters. */
    public static String marked(String text, int most) {
        return text.length() <= most ? text : to(text, most - 1) + "…";
    }
}
