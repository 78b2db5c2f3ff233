package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Closes resolved tickets about which nobody has said anything for so long that the customer must be content. */
@Singleton
public final class CloseSilentTickets {

    private static final int AT_ONCE = 100;

    private final Transactions transactions;
    private final Tickets tickets;
    private final TicketPolicy policy;
    private final RecordChange recordChange;

    /** Takes its collaborators. */
    @Inject
    public CloseSilentTickets(
            Transactions transactions, Tickets tickets, TicketPolicy policy, RecordChange recordChange) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.policy = policy;
        this.recordChange = recordChange;
    }

    /** How many it closed; at most a hundred, each in a transaction of its own, so do it again while there are as many. */
    public int execute() {
        List<GroupId> silent =
                transactions.inTransaction(now -> tickets.listSilent(now.minus(policy.silence()), AT_ONCE));
        return (int) silent.stream().filter(this::close).count();
    }

    /** Somebody may have said something meanwhile, or another node may have closed it. */
    private boolean close(GroupId ticket) {
        return transactions.inTransaction(now -> tickets.lock(ticket)
                .filter(found -> found.isSilentSince(now.minus(policy.silence())))
                .map(found -> {
                    recordChange.execute(
                            found, new Change.Confirm().appliedTo(found, now), Action.CONFIRM, Optional.empty());
                    return true;
                })
                .orElse(false));
    }
}
