package io.larkdesk.core.roster;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows staff who is on duty when, and when nobody is. */
@Singleton
public final class ShowRoster {

    private static final Comparator<Person> BY_NAME =
            Comparator.comparing((Person person) -> person.name().value()).thenComparing(Person::id);

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
     * The roster of the span.
     *
     * @param shifts those of the staff with any time in it, as they are planned, the first to begin first
     * @param duties what is left of them without the absences, the first to begin first
     * @param absences those of the staff with any time in it, the first to begin first
     * @param gaps of engineers and of duty managers, by role, then by time
     * @param staff everybody who can be on duty, by name
     * @param mayPlan whether the asker may change it
     */
    public record Shown(
            List<Shift> shifts,
            List<Shift> duties,
            List<Absence> absences,
            List<Gap> gaps,
            List<Person> staff,
            boolean mayPlan) {

        /** Copies the lists. */
        public Shown {
            shifts = List.copyOf(shifts);
            duties = List.copyOf(duties);
            absences = List.copyOf(absences);
            gaps = List.copyOf(gaps);
            staff = List.copyOf(staff);
        }
    }

    /** The roster; empty if the asker is not one of the staff. */
    public Optional<Shown> execute(Command command) {
        return transactions.inTransaction(now -> people.find(command.asker())
                .filter(asker -> asker.role().isPresent())
                .map(asker -> show(asker, command)));
    }

    private Shown show(Person asker, Command command) {
        TenantId provider = asker.id().tenant();
        List<Person> staff = people.listStaff().stream().sorted(BY_NAME).toList();
        // Whoever has no role any more is not on duty, whatever was planned
        Set<PersonId> known = staff.stream().map(Person::id).collect(Collectors.toSet());
        List<Shift> shifts = roster.listDuring(provider, command.from(), command.until()).stream()
                .filter(shift -> known.contains(shift.person()))
                .toList();
        List<Absence> absences = roster.listAbsences(provider, command.from(), command.until()).stream()
                .filter(absence -> known.contains(absence.person()))
                .toList();
        List<Shift> duties = Duties.of(shifts, absences);
        return new Shown(
                shifts,
                duties,
                absences,
                Gaps.of(duties, command.from(), command.until()),
                staff,
                Planners.include(asker));
    }
}
