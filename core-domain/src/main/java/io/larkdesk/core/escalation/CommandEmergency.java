package io.larkdesk.core.escalation;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all commands of staff have in common: who may give them, that they are refused when stale, and that sent cards are changed. */
@Singleton
public final class CommandEmergency {

    private final Transactions transactions;
    private final People people;
    private final Emergencies emergencies;
    private final Pages pages;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public CommandEmergency(
            Transactions transactions, People people, Emergencies emergencies, Pages pages, RecordAudit audit) {
        this.transactions = transactions;
        this.people = people;
        this.emergencies = emergencies;
        this.pages = pages;
        this.audit = audit;
    }

    /** What a command does to an Emergency that is not over and is as the sender saw it. */
    interface Deed {

        /** The Emergency after it; empty if it does not fit. */
        Optional<Emergency> on(Emergency emergency, Instant now);
    }

    CommandResult execute(EmergencyId id, PersonId sender, long seen, AuditAction action, Deed deed) {
        return transactions.inTransaction(now -> {
            if (!isStaff(sender)) {
                return new CommandResult.NothingThere();
            }
            Optional<Emergency> locked = emergencies.lock(id);
            if (locked.isEmpty()) {
                return new CommandResult.NothingThere();
            }
            Emergency before = locked.get();
            if (before.version() != seen) {
                return new CommandResult.Stale(before);
            }
            Optional<Emergency> after = before.isActive() ? deed.on(before, now) : Optional.empty();
            if (after.isEmpty()) {
                return new CommandResult.NotNow(before);
            }
            emergencies.save(after.get(), now);
            if (!after.get().equals(before)) {
                record(id, sender, action);
            }
            if (after.get().version() != before.version() || isFirm(after.get()) != isFirm(before)) {
                changeCards(id, now);
            }
            return new CommandResult.Done(after.get());
        });
    }

    boolean isStaff(PersonId person) {
        return people.find(person).flatMap(Person::role).isPresent();
    }

    private static boolean isFirm(Emergency emergency) {
        return emergency.acknowledgement().filter(Emergency.Acknowledged::firm).isPresent();
    }

    /** One card a person is kept up to date: the last one. */
    private void changeCards(EmergencyId id, Instant now) {
        Map<PersonId, Page> last = new HashMap<>();
        List<Page> all = pages.list(id);
        all.stream()
                .filter(page -> page.about().kind().isLive() && page.state() instanceof Page.Sent)
                .forEach(page -> last.put(page.person(), page));
        all.stream().filter(last::containsValue).forEach(page -> pages.lock(id, page.id())
                .map(held -> held.outdated(now))
                .ifPresent(held -> pages.save(held, now)));
    }

    private void record(EmergencyId id, PersonId sender, AuditAction action) {
        audit.execute(new AuditEvent(
                AuditBook.of(id.ticket().tenant()),
                AuditActor.of(sender),
                action,
                AuditSubject.of(AuditSubject.Kind.EMERGENCY, id.ticket().value()),
                AuditChanges.NONE));
    }
}
