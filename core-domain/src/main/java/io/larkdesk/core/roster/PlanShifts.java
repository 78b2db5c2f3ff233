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
import java.util.stream.Stream;

/** Says of several shifts at once that somebody of the service team is on duty: of all of them, or of none. */
@Singleton
public final class PlanShifts {

    private final Transactions transactions;
    private final People people;
    private final PlanShift planShift;
    private final NoteAbsence noteAbsence;

    /** Takes its collaborators. */
    @Inject
    public PlanShifts(Transactions transactions, People people, PlanShift planShift, NoteAbsence noteAbsence) {
        this.transactions = transactions;
        this.people = people;
        this.planShift = planShift;
        this.noteAbsence = noteAbsence;
    }

    /**
     * Who is to be on duty, and when; and who is away.
     *
     * @param planner who says so: a duty manager, a TAM or an administrator
     * @param shifts the shifts
     * @param absences the absences, at least one if there are no shifts
     */
    public record Command(PersonId planner, List<Shift> shifts, List<Absence> absences) {

        /** Copies the lists; refuses two that are empty. */
        public Command {
            Objects.requireNonNull(planner, "planner");
            shifts = List.copyOf(shifts);
            absences = List.copyOf(absences);
            if (shifts.isEmpty() && absences.isEmpty()) {
                throw new IllegalArgumentException("shifts and absences are empty");
            }
        }

        /** Shifts alone. */
        public Command(PersonId planner, List<Shift> shifts) {
            this(planner, shifts, List.of());
        }
    }

    /** Plans them. Who may not plan may plan none of them, and nothing is planned if one of them is of nobody of the staff. */
    public PlanShift.Result execute(Command command) {
        return transactions.inTransaction(now -> {
            PlanShift.Result result = isOfStaff(command) ? allowed(command.planner()) : PlanShift.Result.NOT_STAFF;
            for (int next = 0; next < command.shifts().size() && result == PlanShift.Result.PLANNED; next++) {
                result = planShift.execute(new PlanShift.Command(
                        Optional.of(command.planner()), command.shifts().get(next)));
            }
            if (result == PlanShift.Result.PLANNED) {
                command.absences()
                        .forEach(absence -> noteAbsence.execute(new NoteAbsence.Command(command.planner(), absence)));
            }
            return result;
        });
    }

    private PlanShift.Result allowed(PersonId planner) {
        return people.find(planner).filter(Planners::include).isPresent()
                ? PlanShift.Result.PLANNED
                : PlanShift.Result.NOT_ALLOWED;
    }

    private boolean isOfStaff(Command command) {
        Set<PersonId> staff = people.listStaff().stream().map(Person::id).collect(Collectors.toSet());
        return Stream.concat(
                        command.shifts().stream().map(Shift::person),
                        command.absences().stream().map(Absence::person))
                .allMatch(staff::contains);
    }
}
