package io.larkdesk.core.roster;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Says that somebody of the service team is on duty for some time. Saying it again changes nothing but the end, if that differs. */
@Singleton
public final class PlanShift {

    private final Transactions transactions;
    private final People people;
    private final Roster roster;
    private final RecordRoster record;

    /** Takes its collaborators. */
    @Inject
    public PlanShift(Transactions transactions, People people, Roster roster, RecordRoster record) {
        this.transactions = transactions;
        this.people = people;
        this.roster = roster;
        this.record = record;
    }

    /**
     * Who is to be on duty, and when.
     *
     * @param planner who says so: a duty manager, a TAM or an administrator; empty for the deployment's operator, who plans until people do
     * @param shift the shift
     */
    public record Command(Optional<PersonId> planner, Shift shift) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(planner, "planner");
            Objects.requireNonNull(shift, "shift");
        }
    }

    /** How it ended. */
    public enum Result {
        /** The shift stands in the roster. */
        PLANNED,
        /** The person of the shift is not one of the staff. */
        NOT_STAFF,
        /** The planner may not plan. */
        NOT_ALLOWED,
        /** The operator's shift is left out, since people plan the roster by now. */
        LEFT_OUT
    }

    /** Plans the shift. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            if (command.planner().isPresent()
                    && command.planner()
                            .flatMap(people::find)
                            .filter(Planners::include)
                            .isEmpty()) {
                return Result.NOT_ALLOWED;
            }
            if (people.find(command.shift().person()).flatMap(Person::role).isEmpty()) {
                return Result.NOT_STAFF;
            }
            return save(command);
        });
    }

    /** What people took out does not come back with the operator's file. */
    private Result save(Command command) {
        TenantId provider = command.shift().person().tenant();
        if (command.planner().isPresent()) {
            roster.notePlanned(provider);
        } else if (roster.isPlanned(provider)) {
            return Result.LEFT_OUT;
        }
        Optional<Shift> before = find(command.shift());
        roster.save(command.shift());
        record.planned(command.planner(), before, command.shift());
        return Result.PLANNED;
    }

    private Optional<Shift> find(Shift shift) {
        return roster.listAt(shift.person().tenant(), shift.role(), shift.from()).stream()
                .filter(other ->
                        other.person().equals(shift.person()) && other.from().equals(shift.from()))
                .findAny();
    }
}
