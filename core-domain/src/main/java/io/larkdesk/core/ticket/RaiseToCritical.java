package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes a ticket as severe as it can be, because somebody declared an Emergency; part of declaring one, which sees to who may. */
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

    /** The ticket as it is now, critical if it is open; empty if there is none. */
    public Optional<Ticket> execute(GroupId ticket, PersonId declarer) {
        return transactions.inTransaction(now -> tickets.lock(ticket).map(found -> {
            if (!found.state().isOpen()) {
                return found;
            }
            Ticket raised = new Change.ChangeSeverity(Severity.CRITICAL).appliedTo(found, now);
            if (!raised.equals(found)) {
                recordChange.execute(found, raised, Action.CHANGE_SEVERITY, Optional.of(declarer));
            }
            return raised;
        }));
    }
}
