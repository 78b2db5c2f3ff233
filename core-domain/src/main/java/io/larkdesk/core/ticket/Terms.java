package io.larkdesk.core.ticket;

import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.shared.Cut;
import io.larkdesk.core.shared.Folding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a text is found by: its words, folded. What Chinese, Japanese and Korean write without spaces is found by each two characters that
 * follow one another, and by the last one.
 *
 * @param all each of at most 40 characters (UTF-16)
 */
public record Terms(Set<String> all) {

    private static final int LONGEST = 40;

    private static final String UNSPACED = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\u30FC";
    private static final Pattern STRETCH =
            Pattern.compile("([" + UNSPACED + "]+)|[\\p{L}\\p{N}&&[^" + UNSPACED + "]]+");

    /** Copies the set. */
    public Terms {
        all = Set.copyOf(all);
    }

    /** What {@code text} is found by. */
    public static Terms of(String text) {
        Set<String> found = new HashSet<>();
        cut(text, found::add, unspaced -> {
            found.addAll(pairs(unspaced));
            found.add(last(unspaced));
        });
        return new Terms(found);
    }

    /** What {@code body} is found by: its own words, not the names it mentions. */
    public static Terms of(MessageBody body) {
        return of(body.segments().stream()
                .map(segment -> segment instanceof MessageBody.Text text ? text.value() : " ")
                .collect(Collectors.joining()));
    }

    /** Gives each word of {@code text}, and each stretch written without spaces, in order. */
    static void cut(String text, Consumer<String> word, Consumer<String> unspaced) {
        Matcher matcher = STRETCH.matcher(Folding.fold(text));
        while (matcher.find()) {
            if (matcher.group(1) == null) {
                // An index holds no longer ones
                word.accept(Cut.to(matcher.group(), LONGEST));
            } else {
                unspaced.accept(matcher.group());
            }
        }
    }

    /** Each two characters of {@code unspaced} that follow one another. */
    static List<String> pairs(String unspaced) {
        int[] characters = unspaced.codePoints().toArray();
        return IntStream.range(1, characters.length)
                .mapToObj(i -> new String(characters, i - 1, 2))
                .toList();
    }

    private static String last(String unspaced) {
        return unspaced.substring(unspaced.offsetByCodePoints(unspaced.length(), -1));
    }
}
