package io.larkdesk.core.ticket;

import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.shared.Cut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody types to find tickets: a number, or words of which each begins a word of the same title, description or message. Of what
 * is written without spaces, each two characters that follow one another are there.
 *
 * @param text at most 100 characters, not blank
 */
public record TicketWords(String text) {

    /** The most characters (UTF-16). */
    public static final int LONGEST = 100;

    /** Refuses what {@link #of} would not have made. */
    public TicketWords {
        if (text.isBlank() || !text.equals(tidy(text))) {
            throw new IllegalArgumentException("text is blank, or has spaces around it, or more than " + LONGEST);
        }
    }

    /** The words in {@code text}, without spaces around them, cut to 100 characters; empty if there are none. */
    public static Optional<TicketWords> of(String text) {
        return Optional.of(tidy(text)).filter(tidy -> !tidy.isBlank()).map(TicketWords::new);
    }

    private static String tidy(String text) {
        return Cut.to(text.strip(), LONGEST).strip();
    }

    /**
     * One of the terms that a text has to have.
     *
     * @param term a term, or the beginning of one
     * @param isWhole whether it is the term itself
     */
    public record Wanted(String term, boolean isWhole) {

        private boolean isIn(Terms terms) {
            return isWhole
                    ? terms.all().contains(term)
                    : terms.all().stream().anyMatch(known -> known.startsWith(term));
        }
    }

    /** The number, if they can be one. */
    public Optional<TicketNumber> number() {
        return TicketNumber.parse(text);
    }

    /** All that has to be there; nothing is found by nothing. */
    public List<Wanted> wanted() {
        List<Wanted> wanted = new ArrayList<>();
        Terms.cut(text, word -> wanted.add(new Wanted(word, false)), unspaced -> {
            List<String> pairs = Terms.pairs(unspaced);
            if (pairs.isEmpty()) {
                wanted.add(new Wanted(unspaced, false));
            }
            pairs.forEach(pair -> wanted.add(new Wanted(pair, true)));
        });
        return List.copyOf(wanted);
    }

    /** Whether they find a text with these terms. */
    public boolean find(Terms terms) {
        List<Wanted> wanted = wanted();
        return !wanted.isEmpty() && wanted.stream().allMatch(each -> each.isIn(terms));
    }
}
