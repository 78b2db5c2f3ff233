package io.larkdesk.app.page;

import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TimelineEnd;
import java.util.List;
import java.util.Objects;

/**
 * The whole Timeline of a ticket, to be read and printed.
 *
 * @param viewer for whom and when
 * @param path the address of the ticket's page
 * @param ticket whose it is
 * @param lines in order
 * @param end how far it goes
 */
public record TimelinePage(Viewer viewer, String path, Ticket ticket, List<TimelineLine> lines, TimelineEnd end) {

    /** Copies the list. */
    public TimelinePage {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(ticket, "ticket");
        lines = List.copyOf(lines);
        Objects.requireNonNull(end, "end");
    }
}
