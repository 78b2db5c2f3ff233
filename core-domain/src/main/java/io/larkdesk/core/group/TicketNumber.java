package io.larkdesk.core.group;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people call a ticket by. All tickets of the deployment count with one counter: a later one has a higher number, and none is ever used
 * twice, not for another tenant either. Some numbers may have no ticket.
 *
 * @param value at least 1
 */
public record TicketNumber(long value) implements Comparable<TicketNumber> {

    private static final Pattern FORM = Pattern.compile("#?([1-9]\\d{0,17})");

    /** Refuses what is not positive. */
    public TicketNumber {
        if (value < 1) {
            throw new IllegalArgumentException("value is not positive: " + value);
        }
    }

    /** The number in {@code text}, with or without {@code #}, or nothing. */
    public static Optional<TicketNumber> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new TicketNumber(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    @Override
    public int compareTo(TicketNumber other) {
        return Long.compare(value, other.value);
    }

    /** The number as people write it, such as {@code #1042}. */
    @Override
    public String toString() {
        return "#" + value;
    }
}
