package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Does what is due in Emergencies: pages the next level, resumes paging where an acknowledgement was not confirmed. What is done, when the
 * next is due, and the pages to be sent are stored in one transaction, so each step is taken once, whoever dies. A step that is taken late is
 * noted to be so, unless the watchdog was first: after a time in which nothing ran, nobody else could.
 */
@Singleton
public final class AdvanceEmergencies {

    private final Transactions transactions;
    private final Emergencies emergencies;
    private final PageNextLevel pageNextLevel;
    private final NoteEscalation note;
    private final PagingPolicy policy;

    /** Takes its collaborators. */
    @Inject
    public AdvanceEmergencies(
            Transactions transactions,
            Emergencies emergencies,
            PageNextLevel pageNextLevel,
            NoteEscalation note,
            PagingPolicy policy) {
        this.transactions = transactions;
        this.emergencies = emergencies;
        this.pageNextLevel = pageNextLevel;
        this.note = note;
        this.policy = policy;
    }

    /**
     * Does what is due now.
     *
     * @param limit for at most so many Emergencies
     * @return those in which something was done, as they are now
     */
    public List<Emergency> execute(int limit) {
        return transactions.inTransaction(now -> emergencies.lockDue(now, limit).stream()
                .flatMap(emergency -> advance(emergency, now).stream())
                .toList());
    }

    private Optional<Emergency> advance(Emergency stored, Instant now) {
        Emergency emergency = stored.clampedTo(now);
        if (emergency.due().filter(due -> !now.isBefore(due)).isEmpty()) {
            emergencies.save(emergency, now);
            return Optional.empty();
        }
        if (emergency.isOverdue(policy.lateAfter(), now)) {
            note.byItself(emergency, TicketEvent.EMERGENCY_OVERDUE, Optional.empty(), "");
        }
        return Optional.of(pageNextLevel.execute(
                emergency
                        .acknowledgement()
                        .map(held -> lapse(emergency, held, now))
                        .orElse(emergency),
                now));
    }

    private Emergency lapse(Emergency emergency, Emergency.Acknowledged held, Instant now) {
        note.byItself(emergency, TicketEvent.EMERGENCY_LAPSED, Optional.of(held.by()), "");
        return emergency.lapse(now);
    }
}
