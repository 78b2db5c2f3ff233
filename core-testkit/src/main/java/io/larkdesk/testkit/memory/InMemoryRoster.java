package io.larkdesk.testkit.memory;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Absence;
import io.larkdesk.core.roster.Roster;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Shifts, by person, role and beginning; absences, by person and beginning. */
final class InMemoryRoster implements Roster {

    private final InMemoryTransactions transactions;
    private final Table<Beginning, Shift> shifts;
    private final Table<Leaving, Absence> absences;
    private final Table<TenantId, Boolean> planned;

    InMemoryRoster(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.shifts = new Table<>(transactions);
        this.absences = new Table<>(transactions);
        this.planned = new Table<>(transactions);
    }

    private record Leaving(PersonId person, Instant from) {

        static Leaving of(Absence absence) {
            return new Leaving(absence.person(), absence.from());
        }
    }

    private record Beginning(PersonId person, StaffRole role, Instant from) {

        static Beginning of(Shift shift) {
            return new Beginning(shift.person(), shift.role(), shift.from());
        }
    }

    @Override
    public List<Shift> listAt(TenantId provider, StaffRole role, Instant instant) {
        return of(provider)
                .filter(shift -> shift.role() == role && shift.covers(instant))
                .toList();
    }

    @Override
    public List<Shift> listDuring(TenantId provider, Instant from, Instant untilExclusive) {
        return of(provider)
                .filter(shift ->
                        shift.from().isBefore(untilExclusive) && shift.until().isAfter(from))
                .sorted(Comparator.comparing(Shift::from)
                        .thenComparing(Shift::person)
                        .thenComparing(Shift::role))
                .toList();
    }

    private Stream<Shift> of(TenantId provider) {
        return shifts.list().stream().filter(shift -> shift.person().tenant().equals(provider));
    }

    @Override
    public void save(Shift shift) {
        transactions.inTransaction(now -> {
            shifts.put(Beginning.of(shift), shift);
            return shift;
        });
    }

    @Override
    public boolean delete(Shift shift) {
        return transactions.inTransaction(now -> {
            shifts.hold(Beginning.of(shift));
            boolean known = shifts.find(Beginning.of(shift)).isPresent();
            if (known) {
                shifts.remove(Beginning.of(shift));
            }
            return known;
        });
    }

    @Override
    public void notePlanned(TenantId provider) {
        transactions.inTransaction(now -> {
            planned.put(provider, true);
            return provider;
        });
    }

    @Override
    public boolean isPlanned(TenantId provider) {
        return planned.find(provider).isPresent();
    }

    @Override
    public List<Absence> listAbsences(TenantId provider, Instant from, Instant untilExclusive) {
        return absences.list().stream()
                .filter(absence -> absence.person().tenant().equals(provider)
                        && absence.from().isBefore(untilExclusive)
                        && absence.until().isAfter(from))
                .sorted(Comparator.comparing(Absence::from).thenComparing(Absence::person))
                .toList();
    }

    @Override
    public void save(Absence absence) {
        transactions.inTransaction(now -> {
            absences.put(Leaving.of(absence), absence);
            return absence;
        });
    }

    @Override
    public boolean delete(Absence absence) {
        return transactions.inTransaction(now -> {
            absences.hold(Leaving.of(absence));
            boolean known = absences.find(Leaving.of(absence)).isPresent();
            if (known) {
                absences.remove(Leaving.of(absence));
            }
            return known;
        });
    }
}
