package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes a ticket as severe as it can be, because somebody declared an Emergency; a resolved one is reopened, for it is not solved after all.
 * Part of declaring one, which sees to who may, and that the ticket is not closed.
 */
@Singleton
public final class RaiseToCritical {

    private final Transactions transactions;
    private final Tickets tickets;
    private final RecordChange recordChange;

    /** Takes its collaborators. */
    @Inject
    public RaiseToCritical(Transactions transactions, Tickets tickets, RecordChange recordChange) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.recordChange = recordChange;
    }

    /** The ticket as it is now, open and critical unless it is closed; empty if there is none. */
    public Optional<Ticket> execute(GroupId ticket, PersonId declarer) {
        return transactions.inTransaction(now -> tickets.lock(ticket).map(found -> {
            if (found.state() == TicketState.CLOSED) {
                return found;
            }
            Ticket open =
                    found.state() == TicketState.RESOLVED ? record(found, new Change.Reopen(), declarer, now) : found;
            return record(open, new Change.ChangeSeverity(Severity.CRITICAL), declarer, now);
        }));
    }

    private Ticket record(Ticket before, Change change, PersonId by, Instant now) {
        Ticket after = change.appliedTo(before, now);
        if (!after.equals(before)) {
            recordChange.execute(before, after, change.action(), Optional.of(by));
        }
        return after;
    }
}
