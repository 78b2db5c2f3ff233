package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The watchdog: tells whether what should happen in Emergencies happens in time. What is overdue is noted once in its ticket, so that those
 * who wait see it.
 */
@Singleton
public final class WatchEmergencies {

    private static final int MOST_AT_ONCE = 100;

    private final Transactions transactions;
    private final Emergencies emergencies;
    private final Pages pages;
    private final NoteEscalation note;
    private final PagingPolicy policy;

    /** Takes its collaborators. */
    @Inject
    public WatchEmergencies(
            Transactions transactions, Emergencies emergencies, Pages pages, NoteEscalation note, PagingPolicy policy) {
        this.transactions = transactions;
        this.emergencies = emergencies;
        this.pages = pages;
        this.note = note;
        this.policy = policy;
    }

    /**
     * What is overdue.
     *
     * @param steps in how many Emergencies a step is; counted up to 100
     * @param oldest for how long the one that is overdue longest has been due, a step or a page; zero if none is
     */
    public record Overdue(int steps, Duration oldest) {}

    /** Looks, and notes what was not noted yet. */
    public Overdue execute() {
        return transactions.inTransaction(now -> {
            Instant late = now.minus(policy.lateAfter());
            List<Emergency> overdue = emergencies.listDue(late, MOST_AT_ONCE);
            overdue.stream().filter(emergency -> isUnnoted(emergency, now)).forEach(emergency -> emergencies
                    .lock(emergency.id())
                    .filter(held -> isUnnoted(held, now))
                    .ifPresent(held -> noteLate(held, now)));
            return new Overdue(overdue.size(), oldest(overdue, late, now));
        });
    }

    private Duration oldest(List<Emergency> overdue, Instant late, Instant now) {
        return Stream.concat(
                        overdue.stream().flatMap(emergency -> emergency.due().stream()),
                        pages.findEarliestDue().filter(due -> !due.isAfter(late)).stream())
                .map(due -> Duration.between(due, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private boolean isUnnoted(Emergency emergency, Instant now) {
        return emergency.isOverdue(policy.lateAfter(), now);
    }

    private void noteLate(Emergency emergency, Instant now) {
        emergencies.save(emergency.noteLate(), now);
        note.byItself(emergency, TicketEvent.EMERGENCY_OVERDUE, Optional.empty(), "");
    }
}
