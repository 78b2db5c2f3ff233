package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Ends all pages that are to be sent, now or later, and all paging, after a backup was restored: Emergencies that are not over stay so, and
 * unanswered, until somebody acknowledges or ends them.
 */
@Singleton
public final class ExpirePages {

    private final Transactions transactions;
    private final Emergencies emergencies;
    private final Pages pages;
    private final NoteEscalation note;

    /** Takes its collaborators. */
    @Inject
    public ExpirePages(Transactions transactions, Emergencies emergencies, Pages pages, NoteEscalation note) {
        this.transactions = transactions;
        this.emergencies = emergencies;
        this.pages = pages;
        this.note = note;
    }

    /**
     * Ends some.
     *
     * @param until those due at this instant, or earlier
     * @param limit at most so many Emergencies, and as many pages
     * @return how many; 0 once there is nothing more to end
     */
    public int execute(Instant until, int limit) {
        return transactions.inTransaction(now -> {
            List<Emergency> paging = emergencies.lockDue(until, limit);
            paging.forEach(emergency -> silence(emergency, now));
            List<Page> due = pages.lockDue(until, limit);
            due.forEach(page -> pages.save(page.expired(now), now));
            return paging.size() + due.size();
        });
    }

    private void silence(Emergency emergency, Instant now) {
        Emergency silenced = emergency.silenced(now);
        emergencies.save(silenced, now);
        note.byItself(silenced, TicketEvent.EMERGENCY_SILENCED, Optional.empty(), "");
    }
}
