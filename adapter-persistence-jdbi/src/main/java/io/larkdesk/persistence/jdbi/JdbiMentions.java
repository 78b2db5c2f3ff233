package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.reminder.LogQuery;
import io.larkdesk.core.reminder.LoggedMention;
import io.larkdesk.core.reminder.MentionFacts;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.reminder.PastMention;
import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** The table {@code mention}. */
final class JdbiMentions implements Mentions {

    // Not by "on conflict do update", which would lock mentions that stay as they are, while others wait for a permit
    private static final String ADD = """
            with wanted as (
                select named.tenant_id, named.person_id, greatest(:seq, cursor.up_to + 1) as read_from
                from (select distinct * from unnest(:personTenants, :persons)) as named (tenant_id, person_id)
                left join read_cursor as cursor
                       on cursor.tenant_id = :tenant and cursor.group_id = :group
                      and cursor.person_tenant_id = named.tenant_id and cursor.person_id = named.person_id
            ), put_back as (
                update mention
                set mentioned_at = :mentionedAt, read_from = wanted.read_from, reminder_id = null, decided_at = null, reason = null
                from wanted
                where mention.tenant_id = :tenant and mention.group_id = :group and mention.seq = :seq
                  and mention.person_tenant_id = wanted.tenant_id and mention.person_id = wanted.person_id
                  and mention.reason = 'MENTION_EDITED_OUT'
                returning mention.person_tenant_id, mention.person_id
            ), added as (
                insert into mention (tenant_id, group_id, seq, person_tenant_id, person_id, mentioned_at, read_from)
                select :tenant, :group, :seq, tenant_id, person_id, :mentionedAt, read_from from wanted
                order by tenant_id, person_id
                on conflict do nothing
                returning person_tenant_id, person_id
            )
            select * from put_back union all select * from added
            """;
    private static final String FACTS = """
            select mention.tenant_id, mention.group_id, mention.seq, mention.person_tenant_id, mention.person_id,
                   mention.mentioned_at,
                   member.person_id is not null as member,
                   case when message.kind = 'DELETED' then 'DELETED'
                        when message.kind = 'TICKET' then 'STANDS'
                        when strpos(message.body, '<@' || mention.person_id || '>') > 0 then 'STANDS'
                        else 'EDITED_OUT'
                   end as standing,
                   coalesce(cursor.up_to >= mention.read_from, false) as read,
                   presence.looking_until
            from mention
            join message using (tenant_id, group_id, seq)
            left join member on (member.tenant_id, member.group_id, member.person_tenant_id, member.person_id)
                    = (mention.tenant_id, mention.group_id, mention.person_tenant_id, mention.person_id)
                  and member.left_at is null
            left join read_cursor as cursor on (cursor.tenant_id, cursor.group_id, cursor.person_tenant_id, cursor.person_id)
                    = (mention.tenant_id, mention.group_id, mention.person_tenant_id, mention.person_id)
            left join presence on (presence.tenant_id, presence.group_id, presence.person_tenant_id, presence.person_id)
                    = (mention.tenant_id, mention.group_id, mention.person_tenant_id, mention.person_id)
            """;
    private static final String LIST_PENDING = FACTS + """
            where mention.person_tenant_id = :personTenant and mention.person_id = :person
              and mention.reminder_id is null and mention.decided_at is null
            order by mention.mentioned_at, mention.seq, mention.tenant_id, mention.group_id
            limit :limit
            """;
    private static final String FIND = FACTS + """
            where mention.tenant_id = :tenant and mention.group_id = :group and mention.seq = :seq
              and mention.person_tenant_id = :personTenant and mention.person_id = :person
            """;
    private static final String HAS_PENDING = """
            select exists (
                select from mention
                where person_tenant_id = :personTenant and person_id = :person
                  and reminder_id is null and decided_at is null
            )
            """;
    private static final String COVER = """
            update mention set reminder_id = :reminder
            from unnest(:tenants, :groups, :seqs) as wanted (tenant_id, group_id, seq)
            where mention.tenant_id = wanted.tenant_id and mention.group_id = wanted.group_id and mention.seq = wanted.seq
              and mention.person_tenant_id = :personTenant and mention.person_id = :person
              and mention.reminder_id is null and mention.decided_at is null
            """;
    private static final String LIST_COVERED = FACTS + """
            where mention.person_tenant_id = :personTenant and mention.person_id = :person
              and mention.reminder_id = :reminder and mention.decided_at is null
            order by mention.mentioned_at, mention.seq, mention.tenant_id, mention.group_id
            """;
    private static final String UNCOVER = """
            update mention set reminder_id = null
            where person_tenant_id = :personTenant and person_id = :person
              and reminder_id = :reminder and decided_at is null
            """;
    private static final String DECIDE = """
            update mention
            set decided_at = :at, reminder_id = coalesce(:reminder, reminder_id), confirmed = :confirmed, reason = :reason
            from unnest(:tenants, :groups, :seqs) as wanted (tenant_id, group_id, seq)
            where mention.tenant_id = wanted.tenant_id and mention.group_id = wanted.group_id and mention.seq = wanted.seq
              and mention.person_tenant_id = :personTenant and mention.person_id = :person
              and mention.decided_at is null
            """;
    private static final String REOPEN = """
            update mention set decided_at = null, reminder_id = null, reason = null
            where tenant_id = :tenant and group_id = :group and seq = :seq
              and person_tenant_id = :personTenant and person_id = :person
              and reason in ('UNREACHABLE', 'APP_BROKEN')
            """;
    private static final String FIND_DECISION = """
            select decided_at, reminder_id, confirmed, reason from mention
            where tenant_id = :tenant and group_id = :group and seq = :seq
              and person_tenant_id = :personTenant and person_id = :person
              and decided_at is not null
            """;
    private static final String LIST_LAST = """
            select person_tenant_id, person_id, mentioned_at, reason
            from mention
            where person_tenant_id = :tenant and mentioned_at >= :from
            order by mentioned_at desc
            limit :limit
            """;
    private static final RowMapper<PersonId> PERSON =
            (row, context) -> Columns.person(row, "person_tenant_id", "person_id");
    private static final RowMapper<MentionFacts> MENTION = (row, context) -> facts(row);
    private static final RowMapper<Decision> DECISION = (row, context) -> decision(row);

    private final JdbiTransactions transactions;

    JdbiMentions(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Collection<PersonId> add(MessageId message, Collection<PersonId> persons, Instant mentionedAt) {
        if (persons.isEmpty()) {
            return List.of();
        }
        return transactions.with(handle -> Arguments.persons(message(handle.createQuery(ADD), message), persons)
                .bind("mentionedAt", mentionedAt)
                .map(PERSON)
                .list());
    }

    @Override
    public List<MentionFacts> listPending(PersonId person, int limit) {
        return transactions.with(handle -> Arguments.person(handle.createQuery(LIST_PENDING), person)
                .bind("limit", limit)
                .map(MENTION)
                .list());
    }

    @Override
    public boolean hasPending(PersonId person) {
        return transactions.with(handle -> Arguments.person(handle.createQuery(HAS_PENDING), person)
                .mapTo(boolean.class)
                .one());
    }

    @Override
    public void cover(PersonId person, ReminderId reminder, Collection<MessageId> messages) {
        changeAll(messages, "pending", handle -> Arguments.person(handle.createUpdate(COVER), person)
                .bind("reminder", reminder.value()));
    }

    /** All of them or none, also outside a transaction. */
    private void changeAll(Collection<MessageId> messages, String state, Function<Handle, Update> update) {
        List<MessageId> wanted = messages.stream().distinct().toList();
        if (wanted.isEmpty()) {
            return;
        }
        transactions.inTransaction(now -> {
            int changed = transactions.with(
                    handle -> Arguments.messages(update.apply(handle), wanted).execute());
            if (changed != wanted.size()) {
                throw new IllegalStateException("only " + changed + " of " + wanted.size() + " mentions are " + state);
            }
            return changed;
        });
    }

    @Override
    public List<MentionFacts> listCovered(PersonId person, ReminderId reminder) {
        return transactions.with(handle -> Arguments.person(handle.createQuery(LIST_COVERED), person)
                .bind("reminder", reminder.value())
                .map(MENTION)
                .list());
    }

    @Override
    public void uncover(PersonId person, ReminderId reminder) {
        transactions.with(handle -> Arguments.person(handle.createUpdate(UNCOVER), person)
                .bind("reminder", reminder.value())
                .execute());
    }

    @Override
    public void decide(Collection<MessageId> messages, PersonId person, Decision decision) {
        Optional<Decision.Reminded> reminded = Optional.of(decision)
                .filter(Decision.Reminded.class::isInstance)
                .map(Decision.Reminded.class::cast);
        Optional<Decision.Reason> reason = Optional.of(decision)
                .filter(Decision.NotReminded.class::isInstance)
                .map(dropped -> ((Decision.NotReminded) dropped).reason());
        changeAll(messages, "undecided", handle -> Arguments.person(handle.createUpdate(DECIDE), person)
                .bind("at", decision.at())
                .bind("reminder", reminded.map(end -> end.reminder().value()))
                .bind("confirmed", reminded.map(Decision.Reminded::confirmed))
                .bind("reason", reason));
    }

    @Override
    public Optional<MentionFacts> find(MessageId message, PersonId person) {
        return transactions.with(handle -> Arguments.person(message(handle.createQuery(FIND), message), person)
                .map(MENTION)
                .findOne());
    }

    @Override
    public List<PastMention> listLast(TenantId tenant, Instant fromInclusive, int limit) {
        return transactions.with(handle -> handle.createQuery(LIST_LAST)
                .bind("tenant", tenant)
                .bind("from", fromInclusive)
                .bind("limit", limit)
                .map((row, context) -> new PastMention(
                        Columns.person(row, "person_tenant_id", "person_id"),
                        Columns.instant(row, "mentioned_at"),
                        Columns.findText(row, "reason").map(Reason::valueOf)))
                .list());
    }

    @Override
    public boolean reopen(MessageId message, PersonId person) {
        return transactions.with(handle -> Arguments.person(message(handle.createUpdate(REOPEN), message), person)
                        .execute())
                == 1;
    }

    @Override
    public List<LoggedMention> listLog(LogQuery query, int limit) {
        return transactions.with(handle -> MentionLog.list(handle, query, limit));
    }

    @Override
    public Optional<Decision> findDecision(MessageId message, PersonId person) {
        return transactions.with(handle -> Arguments.person(message(handle.createQuery(FIND_DECISION), message), person)
                .map(DECISION)
                .findOne());
    }

    private static <S extends SqlStatement<S>> S message(S statement, MessageId message) {
        return Arguments.group(statement, message.group()).bind("seq", message.seq());
    }

    private static MentionFacts facts(ResultSet row) throws SQLException {
        return new MentionFacts(
                new MessageId(Columns.group(row), row.getLong("seq")),
                Columns.person(row, "person_tenant_id", "person_id"),
                Columns.instant(row, "mentioned_at"),
                row.getBoolean("member"),
                MentionFacts.Standing.valueOf(row.getString("standing")),
                row.getBoolean("read"),
                Columns.findInstant(row, "looking_until"));
    }

    static Decision decision(ResultSet row) throws SQLException {
        Instant at = Columns.instant(row, "decided_at");
        Optional<Decision.Reason> reason = Columns.findText(row, "reason").map(Decision.Reason::valueOf);
        if (reason.isPresent()) {
            return new Decision.NotReminded(reason.get(), at);
        }
        UUID reminder = Columns.uuid(row, "reminder_id");
        return new Decision.Reminded(new ReminderId(reminder), row.getBoolean("confirmed"), at);
    }
}
