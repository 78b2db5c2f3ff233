package io.larkdesk.testkit.memory;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.reminder.Permit;
import io.larkdesk.core.reminder.Permits;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Permits, each a row to be held. */
final class InMemoryPermits implements Permits {

    private final InMemoryTransactions transactions;
    private final Mentions mentions;
    private final Table<PersonId, Row> permits;

    InMemoryPermits(InMemoryTransactions transactions, Mentions mentions) {
        this.transactions = transactions;
        this.mentions = mentions;
        this.permits = new Table<>(transactions);
    }

    private record Row(Permit permit, Optional<Instant> due, Instant notedAt) {

        boolean isDue(Instant now) {
            return due.filter(instant -> !instant.isAfter(now) || notedAt.isAfter(now.plus(Permit.CLOCK_STEP)))
                    .isPresent();
        }

        Row wokenAt(Instant at, Instant now) {
            Instant noted = notedAt.isAfter(now) ? notedAt : now;
            if (permit instanceof Permit.Free free) {
                Instant opens = free.notBefore().isAfter(at) ? free.notBefore() : at;
                return new Row(permit, Optional.of(due.filter(opens::isAfter).orElse(opens)), noted);
            }
            return this;
        }
    }

    @Override
    public void wake(Collection<PersonId> persons, Instant at, Instant now) {
        transactions.inTransaction(ignored -> {
            for (PersonId person : persons) {
                permits.hold(person);
                Row row = permits.find(person).orElseGet(() -> new Row(Permit.unused(person), Optional.empty(), now));
                permits.put(person, row.wokenAt(at, now));
            }
            return persons;
        });
    }

    @Override
    public List<Permit> lockDue(Instant now, int limit, int share) {
        transactions.require();
        return transactions.atOnce(() -> permits.list().stream()
                .filter(row -> row.isDue(now))
                .sorted(Comparator.comparing(row -> row.due().orElseThrow()))
                .collect(Turns.taken(row -> row.permit().person().tenant(), heldAt(now)))
                .filter(turn -> turn.place() <= share)
                .map(turn -> turn.item().permit())
                .filter(permit -> permits.tryHold(permit.person()))
                .limit(limit)
                .toList());
    }

    @Override
    public List<Permit> lockAsleep(int limit) {
        transactions.require();
        return transactions.atOnce(() -> permits.list().stream()
                .filter(row -> row.due().isEmpty())
                .map(row -> row.permit().person())
                .filter(mentions::hasPending)
                .filter(permits::tryHold)
                .limit(limit)
                .map(this::get)
                .toList());
    }

    private List<TenantId> heldAt(Instant now) {
        return permits.list().stream()
                .filter(row -> row.permit() instanceof Permit.Held held && !held.isOverAt(now) && !row.isDue(now))
                .map(row -> row.permit().person().tenant())
                .toList();
    }

    @Override
    public Permit get(PersonId person) {
        return permits.find(person).map(Row::permit).orElseGet(() -> Permit.unused(person));
    }

    @Override
    public Permit lock(PersonId person) {
        transactions.require();
        permits.hold(person);
        return get(person);
    }

    @Override
    public void save(Permit permit, Optional<Instant> due, Instant now) {
        transactions.require();
        permits.put(permit.person(), new Row(permit, due, now));
    }

    @Override
    public int countDue(Instant dueAt) {
        return (int) permits.list().stream()
                .flatMap(row -> row.due().stream())
                .filter(due -> !due.isAfter(dueAt))
                .count();
    }

    @Override
    public Optional<Instant> findEarliestDue() {
        return permits.list().stream().flatMap(row -> row.due().stream()).min(Comparator.naturalOrder());
    }
}
