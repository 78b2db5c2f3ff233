package io.larkdesk.core.roster;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows staff who is on duty when, and when nobody is. */
@Singleton
public final class ShowRoster {

    private final Transactions transactions;
    private final People people;
    private final Roster roster;

    /** Takes its collaborators. */
    @Inject
    public ShowRoster(Transactions transactions, People people, Roster roster) {
        this.transactions = transactions;
        this.people = people;
        this.roster = roster;
    }

    /**
     * What to show.
     *
     * @param asker to whom
     * @param from from when
     * @param until the end of it, not included; at most 31 days after the beginning
     */
    public record Command(PersonId asker, Instant from, Instant until) {

        /** Refuses null, and a span that is none. */
        public Command {
            Objects.requireNonNull(asker, "asker");
            if (!Shift.isSpan(from, until)) {
                throw new IllegalArgumentException("until is not after from, within 31 days: " + until);
            }
        }
    }

    /**
     * A time in which nobody is on duty in a role; half-open.
     *
     * @param role which role
     * @param from since when
     * @param until until when
     */
    public record Gap(StaffRole role, Instant from, Instant until) {

        /** Refuses null. */
        public Gap {
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
        }
    }

    /**
     * The roster of the span.
     *
     * @param shifts those of the staff with any time in it, the first to begin first
     * @param gaps of engineers and of duty managers, by role, then by time
     * @param staff everybody who can be on duty, by name
     * @param mayPlan whether the asker may change it
     */
    public record Shown(List<Shift> shifts, List<Gap> gaps, List<Person> staff, boolean mayPlan) {

        /** Copies the lists. */
        public Shown {
            shifts = List.copyOf(shifts);
            gaps = List.copyOf(gaps);
            staff = List.copyOf(staff);
        }
    }

    /** The roster; empty if the asker is not one of the staff. */
    public Optional<Shown> execute(Command command) {
        return transactions.inTransaction(now -> people.find(command.asker())
                .filter(asker -> asker.role().isPresent())
                .map(asker -> {
                    List<Person> staff = people.listStaff().stream()
                            .sorted(Comparator.comparing(
                                            (Person person) -> person.name().value())
                                    .thenComparing(Person::id))
                            .collect(Collectors.toList());
                    // Whoever has no role any more is not on duty, whatever was planned
                    Set<PersonId> known = staff.stream().map(Person::id).collect(Collectors.toSet());
                    List<Shift> shifts =
                            roster.listDuring(asker.id().tenant(), command.from(), command.until()).stream()
                                    .filter(shift -> known.contains(shift.person()))
                                    .toList();
                    List<Gap> gaps = new ArrayList<>(gaps(StaffRole.ENGINEER, shifts, command));
                    gaps.addAll(gaps(StaffRole.DUTY_MANAGER, shifts, command));
                    return new Shown(shifts, gaps, staff, Planners.include(asker));
                }));
    }

    private static List<Gap> gaps(StaffRole role, List<Shift> shifts, Command command) {
        List<Gap> gaps = new ArrayList<>();
        Instant covered = command.from();
        for (Shift shift : shifts) {
            if (shift.role() != role) {
                continue;
            }
            if (shift.from().isAfter(covered)) {
                gaps.add(new Gap(role, covered, shift.from()));
            }
            covered = shift.until().isAfter(covered) ? shift.until() : covered;
        }
        if (covered.isBefore(command.until())) {
            gaps.add(new Gap(role, covered, command.until()));
        }
        return gaps;
    }
}
