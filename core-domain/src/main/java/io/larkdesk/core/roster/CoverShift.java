package io.larkdesk.core.roster;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Has somebody take over a part of somebody else's shift, or all of it. What is left before and after stays with whom it was. */
@Singleton
public final class CoverShift {

    private final Transactions transactions;
    private final People people;
    private final Roster roster;
    private final RecordRoster record;

    /** Takes its collaborators. */
    @Inject
    public CoverShift(Transactions transactions, People people, Roster roster, RecordRoster record) {
        this.transactions = transactions;
        this.people = people;
        this.roster = roster;
        this.record = record;
    }

    /**
     * Who takes over what.
     *
     * @param planner who says so: a duty manager, a TAM or an administrator
     * @param shift the shift as the planner saw it
     * @param taker who takes over
     * @param from from when
     * @param until until when; the two lie within the shift, and the end after the beginning
     */
    public record Command(PersonId planner, Shift shift, PersonId taker, Instant from, Instant until) {

        /** Refuses null, and what is no part of the shift. */
        public Command {
            Objects.requireNonNull(planner, "planner");
            Objects.requireNonNull(taker, "taker");
            if (!isPart(shift, from, until)) {
                throw new IllegalArgumentException("from and until are no part of the shift: " + from + " to " + until);
            }
        }
    }

    /** How it ended. */
    public enum Result {
        /** It is taken over. */
        COVERED,
        /** The taker is not one of the staff. */
        NOT_STAFF,
        /** The planner may not plan. */
        NOT_ALLOWED,
        /** There is no such shift any more. */
        GONE
    }

    /** Whether {@code from} until {@code until} is a part of {@code shift}, or all of it. */
    public static boolean isPart(Shift shift, Instant from, Instant until) {
        return until.isAfter(from) && !from.isBefore(shift.from()) && !until.isAfter(shift.until());
    }

    /** Takes over. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            Shift shift = command.shift();
            Optional<Person> planner = people.find(command.planner()).filter(Planners::include);
            if (planner.isEmpty() || !isColleague(command.planner(), shift.person())) {
                return Result.NOT_ALLOWED;
            }
            if (people.find(command.taker()).flatMap(Person::role).isEmpty()) {
                return Result.NOT_STAFF;
            }
            if (!find(shift.person(), shift).equals(Optional.of(shift)) || !roster.delete(shift)) {
                return Result.GONE;
            }
            roster.notePlanned(command.planner().tenant());
            add(shift.person(), shift, shift.from(), command.from());
            add(shift.person(), shift, command.until(), shift.until());
            add(command.taker(), shift, command.from(), command.until());
            record.covered(
                    command.planner(),
                    shift,
                    new Shift(command.taker(), shift.role(), command.from(), command.until()));
            return Result.COVERED;
        });
    }

    private static boolean isColleague(PersonId one, PersonId other) {
        return one.tenant().equals(other.tenant());
    }

    /** Where the person begins a longer shift then, that one stays. */
    private void add(PersonId person, Shift shift, Instant from, Instant until) {
        if (!until.isAfter(from)) {
            return;
        }
        Shift part = new Shift(person, shift.role(), from, until);
        if (find(person, part).filter(other -> other.until().isAfter(until)).isEmpty()) {
            roster.save(part);
        }
    }

    /** What {@code person} begins when {@code shift} begins, in its role. */
    private Optional<Shift> find(PersonId person, Shift shift) {
        return roster.listAt(person.tenant(), shift.role(), shift.from()).stream()
                .filter(other -> other.person().equals(person) && other.from().equals(shift.from()))
                .findFirst();
    }
}
