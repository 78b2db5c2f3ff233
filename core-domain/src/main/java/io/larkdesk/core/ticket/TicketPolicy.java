package io.larkdesk.core.ticket;

import io.larkdesk.core.shared.Durations;
import java.time.Duration;

/**
 * When tickets close by themselves, and how long they can be opened again.
 *
 * @param silence for how long nobody may say anything before a resolved ticket closes; 7 days unless set otherwise
 * @param reopenWithin for how long after closing a ticket can be opened again; 14 days unless set otherwise. Half-open: not at its end
 */
public record TicketPolicy(Duration silence, Duration reopenWithin) {

    /** 7 and 14 days. */
    public static final TicketPolicy DEFAULT = new TicketPolicy(Duration.ofDays(7), Duration.ofDays(14));

    /** Refuses what is not positive. */
    public TicketPolicy {
        Durations.requirePositive("silence", silence);
        Durations.requirePositive("reopenWithin", reopenWithin);
    }
}
