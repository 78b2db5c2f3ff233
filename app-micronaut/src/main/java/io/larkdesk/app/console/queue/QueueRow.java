package io.larkdesk.app.console.queue;

import io.larkdesk.app.page.ClockLine;
import io.larkdesk.app.page.TicketRow;
import java.util.Objects;
import java.util.Optional;

/**
 * A ticket in the queue.
 *
 * @param row what every list of tickets shows of it
 * @param organisation whose it is
 * @param clock which promise is due first, if any is
 * @param reminded that the customer pressed [Reminder] and waits, and since when; empty if not so
 * @param isMine whether the viewer has it
 */
public record QueueRow(
        TicketRow row, String organisation, Optional<ClockLine> clock, Optional<String> reminded, boolean isMine) {

    /** Refuses null. */
    public QueueRow {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(reminded, "reminded");
    }

    /** What its elements are called by, and its form fields. */
    public String key() {
        return Long.toString(row.ticket().number().value());
    }

    /** What a change has to carry. */
    public String version() {
        return Long.toString(row.ticket().version());
    }
}
