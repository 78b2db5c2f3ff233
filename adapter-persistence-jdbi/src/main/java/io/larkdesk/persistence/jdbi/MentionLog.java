package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.LogQuery;
import io.larkdesk.core.reminder.LogSpot;
import io.larkdesk.core.reminder.LoggedMention;
import io.larkdesk.core.reminder.Outcome;
import io.larkdesk.core.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The table {@code mention} as its log is read. An index has those of each tenant in the log's order; of every tenant as many are taken as
 * are asked for, and merged. How many mentions share a reminder is counted for those alone that come out.
 */
final class MentionLog {

    private static final String LIST = """
            with logged as (
                select mention.* from unnest(:tenants) as wanted (tenant_id)
                cross join lateral (
                    select * from mention
                    where mention.tenant_id = wanted.tenant_id and mentioned_at >= :from and mentioned_at < :until %s
                    order by mentioned_at desc, group_id desc, seq desc, person_tenant_id desc, person_id desc
                    limit :limit
                ) as mention
                order by mentioned_at desc, tenant_id desc, group_id desc, seq desc, person_tenant_id desc, person_id desc
                limit :limit
            )
            select logged.*, message.author_tenant_id, message.author_id,
                   (
                       select count(*) from mention as beside
                       where logged.confirmed is not null and beside.confirmed is not null
                         and (beside.person_tenant_id, beside.person_id, beside.reminder_id)
                           = (logged.person_tenant_id, logged.person_id, logged.reminder_id)
                   ) as together
            from logged join message using (tenant_id, group_id, seq)
            order by mentioned_at desc, tenant_id desc, group_id desc, seq desc, person_tenant_id desc, person_id desc
            """;
    private static final String OF_PERSON = " and person_tenant_id = :personTenant and person_id = :person";
    private static final String BEFORE = """
             and mentioned_at <= :spotAt
             and (mentioned_at, mention.tenant_id, group_id, seq, person_tenant_id, person_id)
               < (:spotAt, :spotTenant, :spotGroup, :spotSeq, :spotPersonTenant, :spotPerson)
            """;

    private MentionLog() {}

    static List<LoggedMention> list(Handle handle, LogQuery query, int limit) {
        return bind(handle.createQuery(LIST.formatted(wanted(query))), query)
                .bind("limit", limit)
                .map((row, context) -> logged(row))
                .list();
    }

    private static String wanted(LogQuery query) {
        return query.person().map(person -> OF_PERSON).orElse("")
                + query.group().map(group -> " and group_id = :group").orElse("")
                + query.outcome().map(MentionLog::wanted).orElse("")
                + query.before().map(spot -> BEFORE).orElse("");
    }

    private static String wanted(Outcome outcome) {
        return switch (outcome) {
            case DELIVERED -> " and confirmed is not null";
            case WAITING -> " and decided_at is null";
            case NOT_SENT -> " and reason not in ('UNREACHABLE', 'APP_BROKEN')";
            case FAILED -> " and reason in ('UNREACHABLE', 'APP_BROKEN')";
        };
    }

    private static Query bind(Query statement, LogQuery query) {
        Optional<MessageId> message = query.before().map(LogSpot::message);
        Optional<PersonId> person = query.before().map(LogSpot::person);
        return statement
                .bindArray(
                        "tenants",
                        UUID.class,
                        query.tenants().stream().map(TenantId::value).toList())
                .bind("personTenant", query.person().map(PersonId::tenant))
                .bind("person", query.person().map(PersonId::value))
                .bind("group", query.group().map(group -> group.value()))
                .bind("from", query.fromInclusive())
                .bind("until", query.untilExclusive())
                .bind("spotAt", query.before().map(LogSpot::mentionedAt))
                .bind("spotTenant", message.map(id -> id.group().tenant()))
                .bind("spotGroup", message.map(id -> id.group().value()))
                .bind("spotSeq", message.map(MessageId::seq))
                .bind("spotPersonTenant", person.map(PersonId::tenant))
                .bind("spotPerson", person.map(PersonId::value));
    }

    private static LoggedMention logged(ResultSet row) throws SQLException {
        Optional<Instant> decided = Columns.findInstant(row, "decided_at");
        Optional<Decision> decision = decided.isPresent() ? Optional.of(JdbiMentions.decision(row)) : Optional.empty();
        return new LoggedMention(
                new MessageId(Columns.group(row), row.getLong("seq")),
                Columns.person(row, "person_tenant_id", "person_id"),
                Columns.instant(row, "mentioned_at"),
                Columns.findPerson(row, "author_tenant_id", "author_id"),
                decision,
                Math.max(1, row.getInt("together")));
    }
}
