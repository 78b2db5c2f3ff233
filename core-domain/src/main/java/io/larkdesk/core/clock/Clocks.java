package io.larkdesk.core.clock;

import io.larkdesk.core.group.GroupId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The clocks of tickets. Whoever changes one holds its ticket. Methods join the running transaction, or are one of their own. Thread-safe.
 */
public interface Clocks {

    /** The clock of {@code ticket}; a ticket of which nothing was promised has none. */
    Optional<TicketClock> find(GroupId ticket);

    /** The clocks of those of {@code tickets} that have one, in any order. */
    List<TicketClock> listAll(Collection<GroupId> tickets);

    /** At most {@code limit} clocks of which there is something to tell at {@code now}, the longest due first. */
    List<TicketClock> listAlerting(Instant now, int limit);

    /** Has the clocks that run by {@code calendar} looked at from {@code at} on: as if there were something to tell. */
    void wake(CalendarName calendar, Instant at);

    /** Stores {@code clock}, new or as it stands now. */
    void save(TicketClock clock);
}
