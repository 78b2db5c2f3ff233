package io.larkdesk.core.ticket;

import java.util.Map;

/**
 * How many tickets there are in each state.
 *
 * @param byState a state that is missing has none
 */
public record TicketCounts(Map<TicketState, Integer> byState) {

    /** Copies the map. */
    public TicketCounts {
        byState = Map.copyOf(byState);
    }

    /** How many there are in those states that {@code show} includes. */
    public int in(TicketQuery.Show show) {
        return byState.entrySet().stream()
                .filter(count -> show.includes(count.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
