package io.larkdesk.testkit.memory;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Roster;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Shifts, by person, role and beginning. */
final class InMemoryRoster implements Roster {

    private final InMemoryTransactions transactions;
    private final Table<Beginning, Shift> shifts;

    InMemoryRoster(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.shifts = new Table<>(transactions);
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
}
