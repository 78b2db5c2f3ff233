package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.escalation.Reminder;
import io.larkdesk.core.escalation.Reminders;
import io.larkdesk.core.escalation.Reminding;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table {@code ticket_reminder}. */
final class JdbiTicketReminders implements Reminders {

    private static final String LIST_LAST = """
            select * from ticket_reminder
            where tenant_id = :tenant and group_id = :group
            order by seq desc
            limit :limit
            """;
    private static final String LIST_LAST_OF_EACH = """
            select last.*
            from (select distinct * from unnest(:tenants, :groups)) as wanted (tenant_id, group_id)
            cross join lateral (
                select * from ticket_reminder
                where ticket_reminder.tenant_id = wanted.tenant_id and ticket_reminder.group_id = wanted.group_id
                order by seq desc
                limit 1
            ) as last
            """;
    private static final String FIND_BY_CLIENT_ID = """
            select * from ticket_reminder
            where tenant_id = :tenant and group_id = :group
              and presser_tenant_id = :personTenant and presser_id = :person and client_id = :clientId
            """;
    private static final String ADD = """
            insert into ticket_reminder (tenant_id, group_id, seq, presser_tenant_id, presser_id, pressed_at, client_id,
                                         told_tenant_id, told_id, tam_tenant_id, tam_id, delivery, read_at, look_at)
            values (:tenant, :group, :seq, :personTenant, :person, :at, :clientId,
                    :toTenant, :to, :tamTenant, :tam, :delivery, :readAt, :lookAt)
            """;
    private static final String SAVE = """
            update ticket_reminder
            set tam_tenant_id = :tamTenant, tam_id = :tam, delivery = :delivery, read_at = :readAt, look_at = :lookAt
            where tenant_id = :tenant and group_id = :group and seq = :seq
            """;

    // A look that is further off than any is planned was planned before the clock was set back
    private static final String LOCK_DUE = """
            with due as (
                select * from ticket_reminder
                where look_at <= :now
                order by look_at
                limit :limit
                for update skip locked
            ), set_back as (
                select * from ticket_reminder
                where look_at > :believable
                order by look_at desc
                limit :limit
                for update skip locked
            )
            select * from due union select * from set_back
            order by look_at
            limit :limit
            """;
    private static final String FIND_EARLIEST_DUE =
            "select look_at from ticket_reminder where look_at is not null order by look_at limit 1";
    private static final RowMapper<Reminder> REMINDER = (row, context) -> reminder(row);

    private final JdbiTransactions transactions;

    JdbiTicketReminders(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Reminder> listLast(GroupId ticket, int limit) {
        return transactions.with(handle -> Arguments.group(handle.createQuery(LIST_LAST), ticket)
                .bind("limit", limit)
                .map(REMINDER)
                .list());
    }

    @Override
    public List<Reminder> listLastOfEach(Collection<GroupId> tickets) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        return transactions.with(handle -> Arguments.groups(handle.createQuery(LIST_LAST_OF_EACH), tickets)
                .map(REMINDER)
                .list());
    }

    @Override
    public Optional<Reminder> findByClientId(GroupId ticket, PersonId person, ClientId clientId) {
        return transactions.with(
                handle -> Arguments.person(Arguments.group(handle.createQuery(FIND_BY_CLIENT_ID), ticket), person)
                        .bind("clientId", clientId.value())
                        .map(REMINDER)
                        .findOne());
    }

    @Override
    public void add(Reminder reminder) {
        transactions.with(handle -> Arguments.person(bound(handle.createUpdate(ADD), reminder), reminder.by())
                .bind("at", reminder.at())
                .bind("clientId", reminder.clientId().value())
                .bind("toTenant", reminder.to().tenant())
                .bind("to", reminder.to().value())
                .execute());
    }

    @Override
    public void save(Reminder reminder) {
        transactions.withRunning(
                handle -> bound(handle.createUpdate(SAVE), reminder).execute());
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Reminder reminder) {
        Reminder.Progress progress = reminder.progress();
        return Arguments.group(statement, reminder.ticket())
                .bind("seq", reminder.line().seq())
                .bind("tamTenant", reminder.tam().map(PersonId::tenant))
                .bind("tam", reminder.tam().map(PersonId::value))
                .bind("delivery", progress.delivery())
                .bind("readAt", progress.readAt())
                .bind("lookAt", progress.lookAt());
    }

    @Override
    public List<Reminder> lockDue(Instant now, int limit) {
        return transactions.withRunning(handle -> handle.createQuery(LOCK_DUE)
                .bind("now", now)
                .bind("believable", now.plus(Reminding.LONGEST_REST.multipliedBy(2)))
                .bind("limit", limit)
                .map(REMINDER)
                .list());
    }

    @Override
    public Optional<Instant> findEarliestDue() {
        return transactions.with(handle -> handle.createQuery(FIND_EARLIEST_DUE)
                .map((row, context) -> Columns.instant(row, "look_at"))
                .findOne());
    }

    private static Reminder reminder(ResultSet row) throws SQLException {
        return new Reminder(
                new MessageId(Columns.group(row), row.getLong("seq")),
                Columns.person(row, "presser_tenant_id", "presser_id"),
                Columns.instant(row, "pressed_at"),
                new ClientId(Columns.uuid(row, "client_id")),
                Columns.person(row, "told_tenant_id", "told_id"),
                Columns.findPerson(row, "tam_tenant_id", "tam_id"),
                new Reminder.Progress(
                        Reminder.Delivery.valueOf(row.getString("delivery")),
                        Columns.findInstant(row, "read_at"),
                        Columns.findInstant(row, "look_at")));
    }
}
