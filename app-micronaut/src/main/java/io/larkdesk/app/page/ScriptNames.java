package io.larkdesk.app.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells of the names in a script's tokens which are variables, and which are declared there. */
final class ScriptNames {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Set<String> DECLARING = Set.of("const", "let", "function");
    private static final Set<String> BEFORE_BLOCK =
            Set.of(")", "=>", "else", "try", "catch", "finally", "do", ";", "{", "}");

    /** What a declaration of variables begins with, or what ends whatever is before it. */
    private static final Set<String> STATEMENT = Set.of("const", "let", ";");

    private final List<ScriptToken> tokens;

    /** For each token the place of the bracket around it, -1 if there is none. */
    private final int[] around;

    ScriptNames(List<ScriptToken> tokens) {
        this.tokens = tokens;
        this.around = new int[tokens.size()];
        Deque<Integer> open = new ArrayDeque<>(List.of(-1));
        for (int i = 0; i < around.length; i++) {
            ScriptToken token = tokens.get(i);
            if (token.closes()) {
                open.pop();
            }
            around[i] = open.getFirst();
            if (token.opens()) {
                open.push(i);
            }
        }
    }

    /** How the token is written; nothing before the first and after the last. */
    String text(int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).text();
    }

    /** Whether the token begins a declaration that the whole script can use. */
    boolean beginsDeclaration(int i) {
        return around[i] < 0 && (DECLARING.contains(text(i)) || text(i).equals("async"));
    }

    /** Whether the token begins the declaration of a number that the whole script can use. */
    boolean isConstant(int i) {
        return isOutermost(i)
                && text(i).equals("const")
                && text(i + 2).equals("=")
                && NUMBER.matcher(text(i + 3)).matches()
                && text(i + 4).equals(";");
    }

    /** Whether the token is in no function, and in nothing else that has names of its own. */
    boolean isOutermost(int i) {
        return around[i] < 0;
    }

    /** Whether the token is a name, and neither a property nor the key of one. */
    boolean isVariable(int i) {
        boolean isKey = text(i + 1).equals(":") && isFirstInObject(i);
        return tokens.get(i).kind() == ScriptToken.Kind.NAME
                && !text(i - 1).equals(".")
                && !text(i - 1).equals("?.")
                && !isKey;
    }

    /** Whether the variable is the key of a property as well: {@code {name}}. */
    boolean isShortForm(int i) {
        return isFirstInObject(i)
                && !text(i - 1).equals("...")
                && List.of(",", "}", "=").contains(text(i + 1));
    }

    /** Whether the variable is declared here: by a keyword, as a parameter, or by taking an object or an array apart. */
    boolean isDeclared(int i) {
        boolean isPart = isFirst(i, "[") || isFirstInObject(i) || text(i - 1).equals(":");
        return DECLARING.contains(text(i - 1))
                || text(i + 1).equals("=>")
                || isParameter(i)
                || (isPart && isPattern(around[i]));
    }

    /** Whether the token is the one parameter of a function, and that a plain one. */
    boolean isOnlyParameter(int i) {
        return isVariable(i)
                && text(i - 1).equals("(")
                && text(i + 1).equals(")")
                && text(i + 2).equals("=>");
    }

    /** Whether the token is a semicolon that ends one declaration of variables before another by the same keyword. */
    boolean joinsDeclarations(int i) {
        String keyword = text(i + 1);
        if (!text(i).equals(";") || !(keyword.equals("const") || keyword.equals("let"))) {
            return false;
        }
        int begin = i - 1;
        while (begin > around[i] && !(around[begin] == around[i] && STATEMENT.contains(text(begin)))) {
            begin--;
        }
        return begin > around[i] && text(begin).equals(keyword);
    }

    /** Whether the bracket takes something apart into variables. */
    private boolean isPattern(int bracket) {
        boolean isInner = isFirst(bracket, "[") || isFirst(bracket, "{");
        return bracket >= 0
                && (DECLARING.contains(text(bracket - 1))
                        || isParameter(bracket)
                        || (isInner && isPattern(around[bracket])));
    }

    private boolean isParameter(int i) {
        return isFirst(i, "(") && holdsParameters(around[i]);
    }

    private boolean holdsParameters(int bracket) {
        int end = bracket + 1;
        while (!text(end).equals(")") || around[end] != around[bracket]) {
            end++;
        }
        return text(bracket - 2).equals("function") || text(end + 1).equals("=>");
    }

    private boolean isFirstInObject(int i) {
        return isFirst(i, "{") && !isBlock(around[i]);
    }

    private boolean isBlock(int bracket) {
        return BEFORE_BLOCK.contains(text(bracket - 1));
    }

    /** Whether the token begins a part of such a bracket. */
    private boolean isFirst(int i, String bracket) {
        return i >= 0
                && text(around[i]).equals(bracket)
                && (text(i - 1).equals(bracket)
                        || text(i - 1).equals(",")
                        || text(i - 1).equals("..."));
    }
}
