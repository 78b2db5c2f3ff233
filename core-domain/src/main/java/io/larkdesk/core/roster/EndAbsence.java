package io.larkdesk.core.roster;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Takes an absence out of the roster, all of it: what is planned for the person holds again. */
@Singleton
public final class EndAbsence {

    private final Transactions transactions;
    private final People people;
    private final Roster roster;
    private final RecordRoster record;

    /** Takes its collaborators. */
    @Inject
    public EndAbsence(Transactions transactions, People people, Roster roster, RecordRoster record) {
        this.transactions = transactions;
        this.people = people;
        this.roster = roster;
        this.record = record;
    }

    /** How it ended. */
    public enum Result {
        /** It is taken out. */
        ENDED,
        /** There is no such absence. */
        GONE,
        /** The asker is neither who is away nor a duty manager, a TAM or an administrator. */
        NOT_ALLOWED
    }

    /** Takes it out. */
    public Result execute(PersonId asker, Absence absence) {
        return transactions.inTransaction(now -> {
            if (people.find(asker)
                    .filter(one -> Planners.includeFor(one, absence.person()))
                    .isEmpty()) {
                return Result.NOT_ALLOWED;
            }
            if (!roster.delete(absence)) {
                return Result.GONE;
            }
            record.ended(asker, absence);
            return Result.ENDED;
        });
    }
}
