package io.larkdesk.core.auditing;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Writes down that one of the staff takes something away as a file; part of giving it out. What customers take is theirs. */
@Singleton
public final class RecordTaking {

    private final Transactions transactions;
    private final People people;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public RecordTaking(Transactions transactions, People people, RecordAudit audit) {
        this.transactions = transactions;
        this.people = people;
        this.audit = audit;
    }

    /** What is taken away. */
    public enum File {
        /** The tickets of a service group, for a spreadsheet. */
        TICKETS,
        /** A ticket's Timeline. */
        TIMELINE,
        /** Who is on duty when. */
        ROSTER,
        /** What came of months, for a spreadsheet. */
        REPORT
    }

    /** Writes it down in {@code book}, if {@code taker} is of the staff. */
    public void execute(PersonId taker, File file, AuditBook book, AuditSubject subject) {
        transactions.inTransaction(now -> {
            if (people.find(taker).flatMap(Person::role).isPresent()) {
                audit.execute(new AuditEvent(
                        book,
                        AuditActor.of(taker),
                        AuditAction.FILE_TAKEN,
                        subject,
                        AuditChanges.NONE.and(AuditField.FORMAT, AuditDetail.of(file))));
            }
            return file;
        });
    }
}
