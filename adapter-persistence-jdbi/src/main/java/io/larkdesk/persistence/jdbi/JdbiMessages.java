package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.ConflictException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** The tables {@code conversation}, which counts, and {@code message}. */
final class JdbiMessages implements Messages {

    // The place is taken and the message stored in one round trip, while which the group's row is locked
    private static final String APPEND_IF = """
            with place as (
                update conversation
                set last_seq = last_seq + 1, revision = greatest(revision, %1$s) + 1
                where tenant_id = :tenant and group_id = :group %2$s
                returning last_seq, revision
            ), said as (
                insert into message (tenant_id, group_id, seq, revision, posted_at, kind, author_tenant_id, author_id, client_id, body,
                                     changed_at, event, about_tenant_id, about_id, by_tenant_id, by_id, ticket_id, ticket_number,
                                     ticket_title, until_at, detail, attachment_ids)
                select :tenant, :group, last_seq, revision, :postedAt, :kind, :authorTenant, :author, :clientId, :body,
                       :changedAt, :event, :aboutTenant, :about, :byTenant, :by, :ticket, :ticketNumber, :ticketTitle, :untilAt, :detail,
                       :attachments
                from place
                returning *
            ), indexed as (
                insert into ticket_text (tenant_id, group_id, part, opened_from, terms)
                select tenant_id, group_id, said.seq, ticket.opened_from, array_to_tsvector(:terms)
                from said join ticket using (tenant_id, group_id)
                where cardinality(:terms) > 0
            )
            select * from said
            """;
    private static final String APPEND = APPEND_IF.formatted(JdbiFences.FLOOR, "");
    private static final String APPEND_ONCE = APPEND_IF.formatted(JdbiFences.FLOOR, """
            and not exists (
                select from message
                where tenant_id = :tenant and group_id = :group and author_tenant_id = :authorTenant and author_id = :author
                  and client_id = :clientId)
            """);
    private static final String REPLACE = """
            with change as (
                update conversation set revision = greatest(revision, %s) + 1
                where tenant_id = :tenant and group_id = :group
                  and exists (select from message where tenant_id = :tenant and group_id = :group and seq = :seq)
                returning revision
            ), replaced as (
                update message
                set revision = change.revision, kind = :kind, author_tenant_id = :authorTenant, author_id = :author,
                    client_id = :clientId, body = :body, changed_at = :changedAt, event = :event,
                    about_tenant_id = :aboutTenant, about_id = :about, by_tenant_id = :byTenant, by_id = :by,
                    ticket_id = :ticket, ticket_number = :ticketNumber, ticket_title = :ticketTitle, until_at = :untilAt,
                    detail = :detail, attachment_ids = :attachments
                from change
                where message.tenant_id = :tenant and message.group_id = :group and message.seq = :seq and message.kind = 'WORDS'
                returning message.*
            ), forgotten as (
                delete from ticket_text
                where tenant_id = :tenant and group_id = :group and part = :seq and cardinality(:terms) = 0
            ), indexed as (
                insert into ticket_text (tenant_id, group_id, part, opened_from, terms)
                select tenant_id, group_id, replaced.seq, ticket.opened_from, array_to_tsvector(:terms)
                from replaced join ticket using (tenant_id, group_id)
                where cardinality(:terms) > 0
                on conflict (tenant_id, group_id, part) do update set terms = excluded.terms
            )
            select * from replaced
            """.formatted(JdbiFences.FLOOR);
    private static final String FIND =
            "select * from message where tenant_id = :tenant and group_id = :group and seq = :seq";
    private static final String LIST_ALL = """
            select * from message
            where (tenant_id, group_id, seq) in (select * from unnest(:tenants, :groups, :seqs))
            """;
    private static final String FIND_BY_CLIENT_ID = """
            select * from message
            where tenant_id = :tenant and group_id = :group and author_id = :person and client_id = :clientId
              and author_tenant_id = :personTenant
            """;
    private static final String END =
            "select last_seq, revision from conversation where tenant_id = :tenant and group_id = :group";
    // What was given before the floor, and is still there, goes up to the last change below it
    private static final String KNOWS = """
            select :revision <= revision and (:revision > floor or revision <= floor or :revision <= coalesce((
                       select max(message.revision) from message
                       where message.tenant_id = :tenant and message.group_id = :group and message.revision <= floor), 0))
            from conversation, (select %s as floor) as present
            where tenant_id = :tenant and group_id = :group
            """.formatted(JdbiFences.FLOOR);
    private static final String ENDS = """
            select tenant_id, group_id, last_seq, revision from conversation
            where (tenant_id, group_id) in (select * from unnest(:tenants, :groups))
            """;
    private static final String LIST_LAST = """
            select message.* from conversation
            join message using (tenant_id, group_id)
            where (tenant_id, group_id) in (select * from unnest(:tenants, :groups)) and message.seq = conversation.last_seq
            """;
    // In the words of the index message_reply
    private static final String FIND_LAST_REPLY = """
            select * from message
            where tenant_id = :tenant and group_id = :group and kind = 'WORDS' and author_tenant_id <> tenant_id
            order by seq desc
            limit 1
            """;
    private static final String LIST_BEFORE = """
            select * from (
                select * from message
                where tenant_id = :tenant and group_id = :group and seq < :seq
                order by seq desc
                limit :limit
            ) as last
            order by seq
            """;
    private static final String LIST_AFTER = """
            select * from message
            where tenant_id = :tenant and group_id = :group and seq > :seq
            order by seq
            limit :limit
            """;
    private static final String LIST_CHANGED = """
            select * from message
            where tenant_id = :tenant and group_id = :group and revision > :revision and seq <= :seq
            order by revision
            limit :limit
            """;
    private static final String LIST_ATTACHMENTS = """
            select * from attachment
            where (tenant_id, attachment_id) in (select * from unnest(:tenants, :attachments))
            """;
    private static final RowMapper<Position> POSITION = (row, context) -> position(row);

    private final JdbiTransactions transactions;

    JdbiMessages(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Message append(GroupId group, Instant now, Content content) {
        return append(APPEND, group, now, content)
                .orElseThrow(() -> new NoSuchElementException("there is no group " + group));
    }

    @Override
    public Optional<Message> appendOnce(GroupId group, Instant now, Content.Words words) {
        return append(APPEND_ONCE, group, now, words);
    }

    private Optional<Message> append(String sql, GroupId group, Instant now, Content content) {
        return findOne(handle -> MessageRow.of(content)
                .bindTo(Arguments.group(handle.createQuery(sql), group).bind("postedAt", now)));
    }

    @Override
    public Message replace(MessageId id, Content content) {
        return findOne(handle -> MessageRow.of(content)
                        .bindTo(Arguments.group(handle.createQuery(REPLACE), id.group())
                                .bind("seq", id.seq())))
                .orElseThrow(() -> find(id).isPresent()
                        ? new ConflictException("what stands at a place are no words any more")
                        : new NoSuchElementException("there is no message " + id));
    }

    @Override
    public Optional<Message> find(MessageId id) {
        return findOne(
                handle -> Arguments.group(handle.createQuery(FIND), id.group()).bind("seq", id.seq()));
    }

    @Override
    public List<Message> listAll(Collection<MessageId> ids) {
        return findAll(handle -> Arguments.messages(handle.createQuery(LIST_ALL), ids));
    }

    @Override
    public Optional<Message> findByClientId(GroupId group, PersonId author, ClientId clientId) {
        return findOne(handle -> Arguments.person(Arguments.group(handle.createQuery(FIND_BY_CLIENT_ID), group), author)
                .bind("clientId", clientId.value()));
    }

    @Override
    public Position end(GroupId group) {
        return transactions
                .with(handle -> Arguments.group(handle.createQuery(END), group)
                        .map(POSITION)
                        .findOne())
                .orElse(Position.START);
    }

    @Override
    public boolean knows(GroupId group, Position position) {
        return transactions
                .with(handle -> Arguments.group(handle.createQuery(KNOWS), group)
                        .bind("revision", position.revision())
                        .mapTo(Boolean.class)
                        .findOne())
                .orElse(true);
    }

    @Override
    public Map<GroupId, Position> ends(Collection<GroupId> groups) {
        return transactions.with(handle -> Arguments.groups(handle.createQuery(ENDS), groups)
                .map((row, context) -> Map.entry(Columns.group(row), position(row)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public List<Message> listLast(Collection<GroupId> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return findAll(handle -> Arguments.groups(handle.createQuery(LIST_LAST), groups));
    }

    @Override
    public Optional<Message> findLastReply(GroupId group) {
        return findOne(handle -> Arguments.group(handle.createQuery(FIND_LAST_REPLY), group));
    }

    @Override
    public List<Message> listBefore(GroupId group, long seqExclusive, int limit) {
        return list(LIST_BEFORE, group, seqExclusive, limit);
    }

    @Override
    public List<Message> listAfter(GroupId group, long seqExclusive, int limit) {
        return list(LIST_AFTER, group, seqExclusive, limit);
    }

    @Override
    public List<Message> listChanged(GroupId group, Position position, int limit) {
        return findAll(handle -> Arguments.group(handle.createQuery(LIST_CHANGED), group)
                .bind("seq", position.seq())
                .bind("revision", position.revision())
                .bind("limit", limit));
    }

    private List<Message> list(String sql, GroupId group, long seq, int limit) {
        return findAll(handle ->
                Arguments.group(handle.createQuery(sql), group).bind("seq", seq).bind("limit", limit));
    }

    private Optional<Message> findOne(Function<Handle, Query> query) {
        return findAll(query).stream().findFirst();
    }

    /** The files are looked for only where there are any: few messages have some. */
    private List<Message> findAll(Function<Handle, Query> query) {
        return transactions.with(handle -> {
            List<MessageRow.Read> rows =
                    query.apply(handle).map(MessageRow.READ).list();
            List<AttachmentId> files =
                    rows.stream().flatMap(row -> row.files().stream()).toList();
            Map<AttachmentId, Attachment> found = files.isEmpty() ? Map.of() : attachments(handle, files);
            return rows.stream().map(row -> row.message().apply(found)).toList();
        });
    }

    private static Map<AttachmentId, Attachment> attachments(Handle handle, List<AttachmentId> files) {
        return handle.createQuery(LIST_ATTACHMENTS)
                .bindArray(
                        "tenants",
                        UUID.class,
                        files.stream()
                                .map(file -> file.group().tenant().value())
                                .toList())
                .bindArray(
                        "attachments",
                        UUID.class,
                        files.stream().map(AttachmentId::value).toList())
                .map(AttachmentRow.ATTACHMENT)
                .collect(Collectors.toMap(Attachment::id, Function.identity()));
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(row.getLong("last_seq"), row.getLong("revision"));
    }
}
