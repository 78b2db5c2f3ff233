package io.larkdesk.core.shared;

/** Tells texts that show something from those that show nothing. */
public final class Unseen {

    private static final String FILLERS = "\u115F\u1160\u2800\u3164\uFFA0";

    private Unseen() {}

    /** Whether nobody sees anything of {@code text}: it is empty, or all white space, marks of the writing direction and the like. */
    public static boolean isAll(String text) {
        return text.codePoints().allMatch(Unseen::isUnseen);
    }

    private static boolean isUnseen(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL
                || FILLERS.indexOf(c) >= 0;
    }
}
