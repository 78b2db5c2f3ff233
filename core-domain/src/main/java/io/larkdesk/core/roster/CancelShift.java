package io.larkdesk.core.roster;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Takes a shift out of the roster. Tickets stay with whom they were given. */
@Singleton
public final class CancelShift {

    private final Transactions transactions;
    private final People people;
    private final Roster roster;
    private final RecordRoster record;

    /** Takes its collaborators. */
    @Inject
    public CancelShift(Transactions transactions, People people, Roster roster, RecordRoster record) {
        this.transactions = transactions;
        this.people = people;
        this.roster = roster;
        this.record = record;
    }

    /** Whether {@code planner}, who has to be a duty manager, a TAM or an administrator, took the shift out; not if there is none. */
    public boolean execute(PersonId planner, Shift shift) {
        return transactions.inTransaction(now -> people.find(planner)
                        .filter(Planners::include)
                        .filter(allowed ->
                                planner.tenant().equals(shift.person().tenant()))
                        .isPresent()
                && delete(planner, shift));
    }

    private boolean delete(PersonId planner, Shift shift) {
        roster.notePlanned(shift.person().tenant());
        boolean deleted = roster.delete(shift);
        if (deleted) {
            record.cancelled(planner, shift);
        }
        return deleted;
    }
}
