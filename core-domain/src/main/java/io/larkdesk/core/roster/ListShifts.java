package io.larkdesk.core.roster;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists for staff what is planned, and who is away: from a month ago on, as far as can be planned. */
@Singleton
public final class ListShifts {

    private static final Duration BACK = Duration.ofDays(31);
    private static final Duration AHEAD = Duration.ofDays(366);

    private final Transactions transactions;
    private final People people;
    private final Roster roster;

    /** Takes its collaborators. */
    @Inject
    public ListShifts(Transactions transactions, People people, Roster roster) {
        this.transactions = transactions;
        this.people = people;
        this.roster = roster;
    }

    /**
     * What is planned.
     *
     * @param shifts those of the staff, as they are planned, the first to begin first
     * @param absences those of the staff, the first to begin first
     * @param staff everybody who can be on duty
     */
    public record Listed(List<Shift> shifts, List<Absence> absences, List<Person> staff) {

        /** Copies the lists. */
        public Listed {
            shifts = List.copyOf(shifts);
            absences = List.copyOf(absences);
            staff = List.copyOf(staff);
        }
    }

    /** The shifts; empty if the asker is not one of the staff. */
    public Optional<Listed> execute(PersonId asker) {
        return transactions.inTransaction(now -> people.find(asker)
                .filter(person -> person.role().isPresent())
                .map(person -> {
                    List<Person> staff = people.listStaff();
                    Set<PersonId> known = staff.stream().map(Person::id).collect(Collectors.toSet());
                    return new Listed(
                            roster.listDuring(asker.tenant(), now.minus(BACK), now.plus(AHEAD)).stream()
                                    .filter(shift -> known.contains(shift.person()))
                                    .toList(),
                            roster.listAbsences(asker.tenant(), now.minus(BACK), now.plus(AHEAD)).stream()
                                    .filter(absence -> known.contains(absence.person()))
                                    .toList(),
                            staff);
                }));
    }
}
