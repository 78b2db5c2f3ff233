package io.larkdesk.core.roster;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of several shifts at once that somebody of the service team is on duty: of all of them, or of none. */
@Singleton
public final class PlanShifts {

    private final Transactions transactions;
    private final People people;
    private final PlanShift planShift;

    /** Takes its collaborators. */
    @Inject
    public PlanShifts(Transactions transactions, People people, PlanShift planShift) {
        this.transactions = transactions;
        this.people = people;
        this.planShift = planShift;
    }

    /**
     * Who is to be on duty, and when.
     *
     * @param planner who says so: a duty manager, a TAM or an administrator
     * @param shifts the shifts, at least one
     */
    public record Command(PersonId planner, List<Shift> shifts) {

        /** Copies the list; refuses none. */
        public Command {
            Objects.requireNonNull(planner, "planner");
            shifts = List.copyOf(shifts);
            if (shifts.isEmpty()) {
                throw new IllegalArgumentException("shifts is empty");
            }
        }
    }

    /** Plans the shifts. Who may not plan may plan none of them, and nothing is planned if one of them is of nobody of the staff. */
    public PlanShift.Result execute(Command command) {
        return transactions.inTransaction(now -> {
            PlanShift.Result result =
                    isOfStaff(command.shifts()) ? PlanShift.Result.PLANNED : PlanShift.Result.NOT_STAFF;
            for (int next = 0; next < command.shifts().size() && result == PlanShift.Result.PLANNED; next++) {
                result = planShift.execute(new PlanShift.Command(
                        Optional.of(command.planner()), command.shifts().get(next)));
            }
            return result;
        });
    }

    private boolean isOfStaff(List<Shift> shifts) {
        Set<PersonId> staff = people.listStaff().stream().map(Person::id).collect(Collectors.toSet());
        return shifts.stream().map(Shift::person).allMatch(staff::contains);
    }
}
