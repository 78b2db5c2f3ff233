package io.larkdesk.core.audit;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRecord;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Writes down what is done to the provider's people and by them in the provider's book. */
@Singleton
public final class RecordStaff implements StaffRecord {

    private final RecordAudit audit;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public RecordStaff(RecordAudit audit, People people) {
        this.audit = audit;
        this.people = people;
    }

    @Override
    public void roleGiven(Person before, Person after, PersonId administrator) {
        record(AuditActor.of(administrator), AuditAction.ROLE_GIVEN, after.id(), roles(Optional.of(before), after));
    }

    @Override
    public void registered(Optional<Person> before, Person after) {
        AuditChanges name = AuditChanges.NONE.and(
                AuditField.NAME,
                before.map(Person::name).map(AuditDetail::of),
                Optional.of(AuditDetail.of(after.name())));
        record(AuditActor.BOOTSTRAP_FILE, AuditAction.STAFF_REGISTERED, after.id(), name.and(roles(before, after)));
    }

    private static AuditChanges roles(Optional<Person> before, Person after) {
        return AuditChanges.NONE.and(
                AuditField.ROLE,
                before.flatMap(Person::role).map(AuditDetail::of),
                after.role().map(AuditDetail::of));
    }

    @Override
    public void signedIn(PersonId person) {
        recordOwn(AuditAction.SIGNED_IN, person);
    }

    @Override
    public void signedOut(PersonId person) {
        recordOwn(AuditAction.SIGNED_OUT, person);
    }

    private void recordOwn(AuditAction action, PersonId person) {
        if (people.find(person).flatMap(Person::role).isPresent()) {
            record(AuditActor.of(person), action, person, AuditChanges.NONE);
        }
    }

    private void record(AuditActor actor, AuditAction action, PersonId about, AuditChanges changes) {
        audit.execute(new AuditEvent(AuditBook.PROVIDER, actor, action, AuditSubject.of(about), changes));
    }
}
