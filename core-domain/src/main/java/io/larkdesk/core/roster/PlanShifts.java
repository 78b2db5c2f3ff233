package io.larkdesk.core.roster;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says that somebody of the service team is on duty week after week: all of it, or nothing. */
@Singleton
public final class PlanShifts {

    private final Transactions transactions;
    private final PlanShift planShift;

    /** Takes its collaborators. */
    @Inject
    public PlanShifts(Transactions transactions, PlanShift planShift) {
        this.transactions = transactions;
        this.planShift = planShift;
    }

    /**
     * Who is to be on duty, and when.
     *
     * @param planner who says so: a duty manager, a TAM or an administrator
     * @param shifts the shifts, at least one, all of one person
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

    /** Plans the shifts. What is wrong with one of them is wrong with all: who plans, and who is planned. */
    public PlanShift.Result execute(Command command) {
        return transactions.inTransaction(now -> command.shifts().stream()
                .map(shift -> planShift.execute(new PlanShift.Command(Optional.of(command.planner()), shift)))
                .filter(result -> result != PlanShift.Result.PLANNED)
                .findFirst()
                .orElse(PlanShift.Result.PLANNED));
    }
}
