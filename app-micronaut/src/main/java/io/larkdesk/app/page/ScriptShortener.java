package io.larkdesk.app.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Writes a script shorter: without what only people need, and with short names for what the script itself declares. A name means the
 * same in all of a top-level declaration, and everywhere if one declares it; so no finer scope has to be understood. A script must
 * not use a name that it declares for something of the browser's.
 */
final class ScriptShortener {

    private static final String LETTERS = "etnraoisclduhpmgfbvwyxkjqzETSNRCALIODMPBFUHGVWXYKJQZ";
    private static final Set<String> SHORT_KEYWORDS = Set.of("as", "do", "if", "in", "of");

    private final List<ScriptToken> tokens;
    private final ScriptNames names;

    /** The new texts of the tokens. */
    private final String[] texts;

    private ScriptShortener(String script) {
        tokens = withoutConstants(ScriptReader.read(script));
        names = new ScriptNames(tokens);
        texts = tokens.stream().map(ScriptToken::text).toArray(String[]::new);
    }

    /** The tokens with numbers where they have names for them. */
    private static List<ScriptToken> withoutConstants(List<ScriptToken> tokens) {
        ScriptNames names = new ScriptNames(tokens);
        Map<String, ScriptToken> constants = new HashMap<>();
        IntStream.range(0, tokens.size())
                .filter(names::isConstant)
                .forEach(i -> constants.put(names.text(i + 1), tokens.get(i + 3)));
        List<ScriptToken> kept = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (names.isConstant(i)) {
                i += 4;
            } else {
                kept.add(names.isVariable(i) ? constants.getOrDefault(names.text(i), tokens.get(i)) : tokens.get(i));
            }
        }
        return kept;
    }

    /** Does the same as {@code script}, in fewer characters. */
    static String shorten(String script) {
        ScriptShortener shortener = new ScriptShortener(script);
        shortener.rename();
        return shortener.write();
    }

    private void rename() {
        Map<String, String> outer = shortNames(declared(0, texts.length, true), new HashSet<>(foreign()));
        int from = 0;
        for (int i = 1; i <= texts.length; i++) {
            if (i == texts.length || names.beginsDeclaration(i)) {
                rename(from, i, outer);
                from = i;
            }
        }
    }

    /** Renames in one declaration. */
    private void rename(int from, int to, Map<String, String> outer) {
        Map<String, Integer> inner = declared(from, to, false);
        inner.keySet().removeAll(outer.keySet());
        Set<String> taken = new HashSet<>();
        variables(from, to)
                .filter(i -> !inner.containsKey(texts[i]))
                .forEach(i -> taken.add(outer.getOrDefault(texts[i], texts[i])));
        Map<String, String> all = new HashMap<>(outer);
        all.putAll(shortNames(inner, taken));
        variables(from, to).forEach(i -> {
            String name = all.getOrDefault(texts[i], texts[i]);
            boolean isKeyToo = names.isShortForm(i) && !name.equals(texts[i]);
            texts[i] = isKeyToo ? texts[i] + ":" + name : name;
        });
    }

    private IntStream variables(int from, int to) {
        return IntStream.range(from, to).filter(names::isVariable);
    }

    /** What is declared between two tokens, outermost or not, with the number of its uses there. */
    private Map<String, Integer> declared(int from, int to, boolean outermost) {
        Map<String, Integer> uses = new TreeMap<>();
        variables(from, to)
                .filter(i -> names.isDeclared(i) && names.isOutermost(i) == outermost)
                .forEach(i -> uses.put(texts[i], 0));
        variables(from, to).forEach(i -> uses.computeIfPresent(texts[i], (name, count) -> count + 1));
        return uses;
    }

    /** Short names, the shortest for what is used most. */
    private static Map<String, String> shortNames(Map<String, Integer> uses, Collection<String> taken) {
        Iterator<String> free = IntStream.iterate(0, i -> i + 1)
                .mapToObj(ScriptShortener::nameNumber)
                .filter(name -> !taken.contains(name) && !SHORT_KEYWORDS.contains(name))
                .iterator();
        Map<String, String> names = new HashMap<>();
        uses.keySet().stream()
                .sorted(Comparator.<String, Integer>comparing(uses::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(name -> names.put(name, free.next()));
        return names;
    }

    private static String nameNumber(int number) {
        int letters = LETTERS.length();
        String last = String.valueOf(LETTERS.charAt(number % letters));
        return number < letters ? last : nameNumber(number / letters - 1) + last;
    }

    /** The names that are used and not declared anywhere: keywords, and what the browser has. */
    static Set<String> foreignNames(String script) {
        return new ScriptShortener(script).foreign();
    }

    private Set<String> foreign() {
        Set<String> foreign = new TreeSet<>();
        variables(0, texts.length).forEach(i -> foreign.add(texts[i]));
        foreign.removeAll(declared(0, texts.length, true).keySet());
        foreign.removeAll(declared(0, texts.length, false).keySet());
        return foreign;
    }

    private String write() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            String text = names.joinsDeclarations(i) ? "," : texts[i];
            if (!isNeedless(i)) {
                if (!script.isEmpty() && wouldJoin(script.charAt(script.length() - 1), text.charAt(0))) {
                    script.append(' ');
                }
                script.append(text);
            }
        }
        return script.append('\n').toString();
    }

    private boolean isNeedless(int i) {
        String next = names.text(i + 1);
        return switch (texts[i]) {
            case "," -> !next.isEmpty() && ")]}".contains(next);
            case ";" -> next.equals("}");
            case "const", "let" -> names.joinsDeclarations(i - 1);
            case "(" -> names.isOnlyParameter(i + 1);
            case ")" -> names.isOnlyParameter(i - 1);
            default -> false;
        };
    }

    private static boolean wouldJoin(char last, char next) {
        return (isOfWord(last) && isOfWord(next)) || (last == next && (next == '+' || next == '-'));
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
