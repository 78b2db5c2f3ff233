package io.larkdesk.app.page;

/**
 * A word of a script.
 *
 * @param kind what it is
 * @param text how it is written
 */
record ScriptToken(Kind kind, String text) {

    /** What a token is. */
    enum Kind {
        /** A name of whatever, or a keyword. */
        NAME,
        /** A number, an operator, a bracket. */
        SIGN,
        /** A string or a regular expression. */
        TEXT,
        /** A piece of a template: all of it, or the words before, between or behind expressions. */
        PIECE
    }

    /** Whether a bracket begins. */
    boolean opens() {
        return kind == Kind.PIECE ? text.endsWith("${") : kind == Kind.SIGN && "([{".contains(text);
    }

    /** Whether a bracket ends. */
    boolean closes() {
        return kind == Kind.PIECE ? text.startsWith("}") : kind == Kind.SIGN && ")]}".contains(text);
    }
}
