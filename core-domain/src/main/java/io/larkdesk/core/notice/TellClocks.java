package io.larkdesk.core.notice;

import io.larkdesk.core.clock.Alert;
import io.larkdesk.core.clock.ClaimAlerts;
import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.ticket.KeepTimeline;
import io.larkdesk.core.ticket.KeepTimeline.Happened;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TimelineEntry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells whoever has a ticket, else the customer's TAM, that something promised of it is due soon, or was due; each once. What was not kept
 * goes on the Timeline too, for both sides see the clock.
 */
@Singleton
public final class TellClocks {

    private final Transactions transactions;
    private final ClaimAlerts claimAlerts;
    private final FindTam findTam;
    private final KeepTimeline keepTimeline;
    private final TellPerson tellPerson;

    /** Takes its collaborators. */
    @Inject
    public TellClocks(
            Transactions transactions,
            ClaimAlerts claimAlerts,
            FindTam findTam,
            KeepTimeline keepTimeline,
            TellPerson tellPerson) {
        this.transactions = transactions;
        this.claimAlerts = claimAlerts;
        this.findTam = findTam;
        this.keepTimeline = keepTimeline;
        this.tellPerson = tellPerson;
    }

    /** Looks at the clock that is to be looked at first, and tells what there is to tell; empty if none is to be looked at. */
    public Optional<ClaimAlerts.Claimed> execute() {
        return transactions.inTransaction(now -> {
            Optional<ClaimAlerts.Claimed> claimed = claimAlerts.execute();
            claimed.ifPresent(found -> found.alerts().forEach(alert -> tell(found, alert, now)));
            return claimed;
        });
    }

    private void tell(ClaimAlerts.Claimed claimed, Alert alert, Instant now) {
        Ticket ticket = claimed.ticket();
        if (alert.isBreak()) {
            TimelineEntry.Kind kind =
                    switch (alert.goal()) {
                        case RESPONSE -> TimelineEntry.Kind.RESPONSE_OVERDUE;
                        case RESOLUTION -> TimelineEntry.Kind.RESOLUTION_OVERDUE;
                    };
            keepTimeline.execute(ticket.id(), new Happened(kind, Optional.empty(), Optional.empty(), ""));
        }
        Optional<PersonId> recipient =
                ticket.engineer().or(() -> findTam.execute(ticket.openedFrom()).map(Person::id));
        tellPerson.execute(
                recipient.stream().toList(),
                new Matter.Due(
                        ticket.id(), ticket.number(), alert, claimed.clock().due(alert.goal())),
                now);
    }
}
