package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** A {@link Content} as columns of the table {@code message}, and a row of it as a {@link Message}. */
record MessageRow(
        Kind kind,
        Optional<PersonId> author,
        Optional<ClientId> clientId,
        Optional<String> body,
        Optional<Instant> changedAt,
        Optional<Content.Event> event,
        Optional<PersonId> about,
        Optional<PersonId> by) {

    static final RowMapper<Message> MESSAGE = (row, context) -> new Message(
            new MessageId(Columns.group(row), row.getLong("seq")),
            row.getLong("revision"),
            Columns.instant(row, "posted_at"),
            content(row));

    private enum Kind {
        WORDS,
        DELETED,
        NOTICE
    }

    static MessageRow of(Content content) {
        if (content instanceof Content.Words words) {
            return new MessageRow(
                    Kind.WORDS,
                    Optional.of(words.author()),
                    Optional.of(words.clientId()),
                    Optional.of(words.body().text()),
                    words.editedAt(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        if (content instanceof Content.Deleted deleted) {
            return new MessageRow(
                    Kind.DELETED,
                    Optional.of(deleted.author()),
                    Optional.of(deleted.clientId()),
                    Optional.empty(),
                    Optional.of(deleted.deletedAt()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        Content.Notice notice = (Content.Notice) content;
        return new MessageRow(
                Kind.NOTICE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(notice.event()),
                Optional.of(notice.about()),
                notice.by());
    }

    <S extends SqlStatement<S>> S bindTo(S statement) {
        return statement
                .bind("kind", kind)
                .bind("authorTenant", author.map(PersonId::tenant))
                .bind("author", author.map(PersonId::value))
                .bind("clientId", clientId.map(ClientId::value))
                .bind("body", body)
                .bind("changedAt", changedAt)
                .bind("event", event)
                .bind("aboutTenant", about.map(PersonId::tenant))
                .bind("about", about.map(PersonId::value))
                .bind("byTenant", by.map(PersonId::tenant))
                .bind("by", by.map(PersonId::value));
    }

    private static Content content(ResultSet row) throws SQLException {
        return switch (Kind.valueOf(row.getString("kind"))) {
            case WORDS ->
                new Content.Words(
                        author(row),
                        clientId(row),
                        new MessageBody(row.getString("body")),
                        Columns.findInstant(row, "changed_at"));
            case DELETED -> new Content.Deleted(author(row), clientId(row), Columns.instant(row, "changed_at"));
            case NOTICE ->
                new Content.Notice(
                        Content.Event.valueOf(row.getString("event")),
                        Columns.person(row, "about_tenant_id", "about_id"),
                        Columns.findPerson(row, "by_tenant_id", "by_id"));
        };
    }

    private static PersonId author(ResultSet row) throws SQLException {
        return Columns.person(row, "author_tenant_id", "author_id");
    }

    private static ClientId clientId(ResultSet row) throws SQLException {
        UUID value = Columns.uuid(row, "client_id");
        return new ClientId(value);
    }
}
