package io.larkdesk.core.roster;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Says that somebody of the service team is away for some time. Saying it again changes the end and the reason, if these differ. */
@Singleton
public final class NoteAbsence {

    private final Transactions transactions;
    private final People people;
    private final Roster roster;
    private final RecordRoster record;

    /** Takes its collaborators. */
    @Inject
    public NoteAbsence(Transactions transactions, People people, Roster roster, RecordRoster record) {
        this.transactions = transactions;
        this.people = people;
        this.roster = roster;
        this.record = record;
    }

    /**
     * Who is away, and when.
     *
     * @param asker who says so: the person, or a duty manager, a TAM or an administrator
     * @param absence the absence
     */
    public record Command(PersonId asker, Absence absence) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(asker, "asker");
            Objects.requireNonNull(absence, "absence");
        }
    }

    /** How it ended. */
    public enum Result {
        /** The absence stands in the roster. */
        NOTED,
        /** The person of the absence is not one of the staff. */
        NOT_STAFF,
        /** The asker may not say so. */
        NOT_ALLOWED
    }

    /** Notes the absence. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            PersonId absent = command.absence().person();
            if (people.find(command.asker())
                    .filter(asker -> Planners.includeFor(asker, absent))
                    .isEmpty()) {
                return Result.NOT_ALLOWED;
            }
            if (people.find(absent).flatMap(Person::role).isEmpty()) {
                return Result.NOT_STAFF;
            }
            roster.save(command.absence());
            record.noted(command.asker(), command.absence());
            return Result.NOTED;
        });
    }
}
