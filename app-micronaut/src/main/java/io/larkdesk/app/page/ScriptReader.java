package io.larkdesk.app.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a script apart into its tokens. Comments and white space are left out. */
final class ScriptReader {

    private static final Pattern SKIPPED = Pattern.compile("(?:\\s|//[^\\n]*|/\\*[\\s\\S]*?\\*/)*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*");
    private static final Pattern SIGN = Pattern.compile("\\d[\\w.]*|\\+\\+|--|=>|\\?\\.|\\.\\.\\.|[^\\w\\s]");
    private static final Pattern STRING = Pattern.compile("'(?:[^'\\\\\\n]|\\\\.)*'|\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern EXPRESSION =
            Pattern.compile("/(?:[^/\\\\\\[\\n]|\\\\.|\\[(?:[^\\]\\\\\\n]|\\\\.)*\\])+/[a-z]*");

    /** From the beginning of a template, or the end of an expression in it, to its end, or the beginning of the next expression. */
    private static final Pattern TEMPLATE = Pattern.compile("[`}](?:[^`\\\\$]|\\\\[\\s\\S]|\\$(?!\\{))*+(?:`|\\$\\{)");

    /** After these a slash begins a regular expression; after anything else it divides. */
    private static final Set<String> BEFORE_EXPRESSION =
            Set.of("(", ",", "=", ":", "[", "!", "&", "|", "?", "{", "}", ";", "=>");

    private final Matcher script;
    private final List<ScriptToken> tokens = new ArrayList<>();

    /** For each curly bracket that is open: whether it began in a template. */
    private final Deque<Boolean> brackets = new ArrayDeque<>();

    private ScriptReader(String script) {
        this.script = NAME.matcher(script);
    }

    /** The tokens of {@code script} in order. */
    static List<ScriptToken> read(String script) {
        return new ScriptReader(script).read();
    }

    private List<ScriptToken> read() {
        take(SKIPPED);
        while (script.regionStart() < script.regionEnd()) {
            tokens.add(next());
            take(SKIPPED);
        }
        return tokens;
    }

    private ScriptToken next() {
        if (at("`") || (at("}") && Boolean.TRUE.equals(brackets.peek()))) {
            return template();
        }
        if (at("'") || at("\"")) {
            return new ScriptToken(ScriptToken.Kind.TEXT, take(STRING));
        }
        if (at("/") && (tokens.isEmpty() || BEFORE_EXPRESSION.contains(last().text()))) {
            return new ScriptToken(ScriptToken.Kind.TEXT, take(EXPRESSION));
        }
        if (script.usePattern(NAME).lookingAt()) {
            return new ScriptToken(ScriptToken.Kind.NAME, take(NAME));
        }
        if (at("{")) {
            brackets.push(false);
        } else if (at("}")) {
            brackets.pop();
        }
        return new ScriptToken(ScriptToken.Kind.SIGN, take(SIGN));
    }

    private ScriptToken template() {
        if (at("}")) {
            brackets.pop();
        }
        String piece = take(TEMPLATE);
        if (piece.endsWith("{")) {
            brackets.push(true);
        }
        return new ScriptToken(ScriptToken.Kind.PIECE, piece);
    }

    private ScriptToken last() {
        return tokens.get(tokens.size() - 1);
    }

    private boolean at(String sign) {
        return script.usePattern(Pattern.compile(Pattern.quote(sign))).lookingAt();
    }

    private String take(Pattern pattern) {
        if (!script.usePattern(pattern).lookingAt()) {
            throw new IllegalArgumentException("no token begins at character " + script.regionStart());
        }
        String taken = script.group();
        script.region(script.end(), script.regionEnd());
        return taken;
    }
}
