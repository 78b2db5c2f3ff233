package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.PersonId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** A {@link Content} as columns of the table {@code message}, and a row of it as a {@link Message}. */
record MessageRow(
        Kind kind,
        Optional<PersonId> author,
        Optional<ClientId> clientId,
        Optional<String> body,
        Optional<Instant> changedAt,
        Optional<Content.Event> event,
        Optional<PersonId> about,
        Optional<PersonId> by,
        List<UUID> attachments) {

    static final RowMapper<Read> READ = (row, context) -> read(row);

    /**
     * A message but for its files.
     *
     * @param files the values of their ids, in order
     * @param message the message, as soon as the files are there by these values
     */
    record Read(List<UUID> files, Function<Map<UUID, Attachment>, Message> message) {}

    private static Read read(ResultSet row) throws SQLException {
        MessageId id = new MessageId(Columns.group(row), row.getLong("seq"));
        long revision = row.getLong("revision");
        Instant postedAt = Columns.instant(row, "posted_at");
        List<UUID> files = attachments(row);
        Function<List<Attachment>, Content> content = content(row);
        return new Read(
                files,
                found -> new Message(
                        id,
                        revision,
                        postedAt,
                        content.apply(files.stream()
                                .map(file -> Objects.requireNonNull(found.get(file), "a message's file is not there"))
                                .toList())));
    }

    private static List<UUID> attachments(ResultSet row) throws SQLException {
        @Nullable Array ids = row.getArray("attachment_ids");
        return ids == null ? List.of() : List.of((UUID[]) ids.getArray());
    }

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
                    Optional.empty(),
                    words.attachments().stream().map(file -> file.id().value()).toList());
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
                    Optional.empty(),
                    List.of());
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
                notice.by(),
                List.of());
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
                .bind("by", by.map(PersonId::value))
                .bind("attachments", attachments.isEmpty() ? null : attachments.toArray(UUID[]::new));
    }

    private static Function<List<Attachment>, Content> content(ResultSet row) throws SQLException {
        return switch (Kind.valueOf(row.getString("kind"))) {
            case WORDS -> words(row);
            case DELETED -> {
                Content deleted = new Content.Deleted(author(row), clientId(row), Columns.instant(row, "changed_at"));
                yield none -> deleted;
            }
            case NOTICE -> {
                Content notice = new Content.Notice(
                        Content.Event.valueOf(row.getString("event")),
                        Columns.person(row, "about_tenant_id", "about_id"),
                        Columns.findPerson(row, "by_tenant_id", "by_id"));
                yield none -> notice;
            }
        };
    }

    private static Function<List<Attachment>, Content> words(ResultSet row) throws SQLException {
        PersonId author = author(row);
        ClientId clientId = clientId(row);
        MessageBody body = new MessageBody(row.getString("body"));
        Optional<Instant> editedAt = Columns.findInstant(row, "changed_at");
        return files -> new Content.Words(author, clientId, body, files, editedAt);
    }

    private static PersonId author(ResultSet row) throws SQLException {
        return Columns.person(row, "author_tenant_id", "author_id");
    }

    private static ClientId clientId(ResultSet row) throws SQLException {
        UUID value = Columns.uuid(row, "client_id");
        return new ClientId(value);
    }
}
