package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Permit;
import io.larkdesk.core.reminder.Permits;
import io.larkdesk.core.reminder.ReminderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code permit}. */
final class JdbiPermits implements Permits {

    // The rows are taken in the order of their key, whatever the order of the arguments: nobody waits in a circle
    private static final String WAKE = """
            insert into permit as known (tenant_id, person_id, not_before, due_at, noted_at)
            select tenant_id, person_id, :unused, greatest(:at, :unused), :now
            from (select distinct * from unnest(:personTenants, :persons)) as woken (tenant_id, person_id)
            order by tenant_id, person_id
            on conflict (tenant_id, person_id) do update
            set due_at = least(known.due_at, greatest(excluded.due_at, known.not_before)),
                noted_at = greatest(known.noted_at, excluded.noted_at)
            where known.not_before is not null
            """;

    // Who is due is one index scan, unless more are than are wanted: then it is a short one of each tenant that waits
    // for anything.
    // What is noted later is nothing unless the clock was set back. Rows are locked one after the other, no more than
    // are wanted. What is asked is kept from the planner, which would plan anew each time: that takes longer than to
    // look
    private static final String LOCK_DUE = """
            with recursive asked as materialized (
                select cast(:now as timestamptz) as now, cast(:notedAtMost as timestamptz) as noted_at_most, :share as share
            ), soon as materialized (
                select tenant_id, person_id, due_at from permit
                where due_at <= (select now from asked)
                order by due_at
                limit :limit + 1
            ), waiting (tenant_id) as (
                (select tenant_id from permit
                 where due_at is not null and (select count(*) from soon) > :limit
                 order by tenant_id, due_at
                 limit 1)
                union all
                select (select permit.tenant_id from permit
                        where due_at is not null and permit.tenant_id > waiting.tenant_id
                        order by permit.tenant_id, due_at
                        limit 1)
                from waiting
                where tenant_id is not null
            ), due as (
                select * from soon
                union
                select of_tenant.* from waiting cross join lateral (
                    select permit.tenant_id, person_id, due_at from permit
                    where permit.tenant_id = waiting.tenant_id and due_at <= (select now from asked)
                    order by due_at
                    limit :limit
                ) as of_tenant
                union
                (select tenant_id, person_id, due_at from permit
                 where noted_at > (select noted_at_most from asked) and due_at is not null
                 order by noted_at desc
                 limit :limit)
            ), held as (
                select tenant_id, count(*) as places from permit
                where reminder_id is not null and deadline > (select now from asked) and noted_at <= (select noted_at_most from asked)
                group by tenant_id
            ), placed as materialized (
                select tenant_id, person_id, due_at,
                       coalesce(places, 0) + row_number() over (partition by tenant_id order by due_at, person_id) as place
                from due left join held using (tenant_id)
                order by place, due_at
            )
            select * from (
                select taken.*, place from placed cross join lateral (
                    select * from permit
                    where permit.tenant_id = placed.tenant_id and permit.person_id = placed.person_id
                      and (permit.due_at <= (select now from asked) or noted_at > (select noted_at_most from asked) and permit.due_at is not null)
                    for update skip locked
                ) as taken
                where place <= (select share from asked)
                limit :limit
            ) as locked
            order by place, due_at
            """;
    private static final String LOCK_ASLEEP = """
            select * from permit
            where due_at is null
              and exists (
                  select from mention
                  where mention.person_tenant_id = permit.tenant_id and mention.person_id = permit.person_id
                    and mention.reminder_id is null and mention.decided_at is null
              )
            order by tenant_id, person_id
            limit :limit
            for update skip locked
            """;
    private static final String GET = "select * from permit where tenant_id = :personTenant and person_id = :person";
    private static final String LOCK = GET + " for update";
    private static final String MAKE = """
            insert into permit (tenant_id, person_id, not_before, noted_at)
            values (:personTenant, :person, :unused, :unused)
            on conflict do nothing
            """;
    private static final String SAVE = """
            insert into permit (tenant_id, person_id, not_before, reminder_id, attempt, taken_at, deadline, due_at, noted_at)
            values (:personTenant, :person, :notBefore, :reminder, :attempt, :takenAt, :deadline, :due, :now)
            on conflict (tenant_id, person_id) do update
            set not_before = excluded.not_before, reminder_id = excluded.reminder_id, attempt = excluded.attempt,
                taken_at = excluded.taken_at, deadline = excluded.deadline, due_at = excluded.due_at,
                noted_at = excluded.noted_at
            """;
    private static final String COUNT_DUE = "select count(*) from permit where due_at <= :dueAt";

    private static final String FIND_EARLIEST_DUE =
            "select due_at from permit where due_at is not null order by due_at limit 1";
    private static final RowMapper<Permit> PERMIT = (row, context) -> permit(row);

    private final JdbiTransactions transactions;

    JdbiPermits(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void wake(Collection<PersonId> persons, Instant at, Instant now) {
        if (persons.isEmpty()) {
            return;
        }
        transactions.with(handle -> Arguments.persons(handle.createUpdate(WAKE), persons)
                .bind("unused", Instant.EPOCH)
                .bind("at", at)
                .bind("now", now)
                .execute());
    }

    @Override
    public List<Permit> lockDue(Instant now, int limit, int share) {
        return transactions.withRunning(handle -> handle.createQuery(lockDue(limit))
                .bind("now", now)
                .bind("notedAtMost", now.plus(Permit.CLOCK_STEP))
                .bind("share", share)
                .map(PERMIT)
                .list());
    }

    /** With the limit as a literal, by which a plan that fits all else that is asked stays a good one. */
    static String lockDue(int limit) {
        return LOCK_DUE.replace(":limit", Integer.toString(limit));
    }

    @Override
    public List<Permit> lockAsleep(int limit) {
        return transactions.withRunning(handle ->
                handle.createQuery(LOCK_ASLEEP).bind("limit", limit).map(PERMIT).list());
    }

    @Override
    public Permit get(PersonId person) {
        return transactions.with(handle -> Arguments.person(handle.createQuery(GET), person)
                .map(PERMIT)
                .findOne()
                .orElseGet(() -> Permit.unused(person)));
    }

    @Override
    public Permit lock(PersonId person) {
        return findLocked(person).or(() -> make(person)).orElseThrow();
    }

    private Optional<Permit> findLocked(PersonId person) {
        return transactions.withRunning(handle ->
                Arguments.person(handle.createQuery(LOCK), person).map(PERMIT).findOne());
    }

    private Optional<Permit> make(PersonId person) {
        transactions.withRunning(handle -> Arguments.person(handle.createUpdate(MAKE), person)
                .bind("unused", Instant.EPOCH)
                .execute());
        return findLocked(person);
    }

    @Override
    public void save(Permit permit, Optional<Instant> due, Instant now) {
        Optional<Permit.Held> held =
                Optional.of(permit).filter(Permit.Held.class::isInstance).map(Permit.Held.class::cast);
        Optional<Permit.Free> free =
                Optional.of(permit).filter(Permit.Free.class::isInstance).map(Permit.Free.class::cast);
        transactions.withRunning(handle -> Arguments.person(handle.createUpdate(SAVE), permit.person())
                .bind("notBefore", free.map(Permit.Free::notBefore))
                .bind("reminder", held.map(attempt -> attempt.reminder().value()))
                .bind("attempt", held.map(Permit.Held::attempt))
                .bind("takenAt", held.map(Permit.Held::takenAt))
                .bind("deadline", held.map(Permit.Held::deadline))
                .bind("due", due)
                .bind("now", now)
                .execute());
    }

    @Override
    public int countDue(Instant dueAt) {
        return transactions.with(handle -> handle.createQuery(COUNT_DUE)
                .bind("dueAt", dueAt)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public Optional<Instant> findEarliestDue() {
        return transactions.with(handle -> handle.createQuery(FIND_EARLIEST_DUE)
                .map((row, context) -> Columns.instant(row, "due_at"))
                .findOne());
    }

    private static Permit permit(ResultSet row) throws SQLException {
        PersonId person = Columns.person(row, "tenant_id", "person_id");
        Optional<Instant> notBefore = Columns.findInstant(row, "not_before");
        if (notBefore.isPresent()) {
            return new Permit.Free(person, notBefore.get());
        }
        return new Permit.Held(
                person,
                new ReminderId(Columns.uuid(row, "reminder_id")),
                row.getInt("attempt"),
                Columns.instant(row, "taken_at"),
                Columns.instant(row, "deadline"));
    }
}
