package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.Terms;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** A {@link Content} as columns of the table {@code message}, and a row of it as a {@link Message}. */
record MessageRow(
        Kind kind,
        Optional<Content.Words> words,
        Optional<Content.Deleted> deleted,
        Optional<Content.Notice> notice,
        Optional<Content.TicketNotice> ticket) {

    static final RowMapper<Read> READ = (row, context) -> read(row);

    /**
     * A message but for its files.
     *
     * @param files their ids, in order
     * @param message the message, as soon as the files are there by these ids
     */
    record Read(List<AttachmentId> files, Function<Map<AttachmentId, Attachment>, Message> message) {}

    private static Read read(ResultSet row) throws SQLException {
        MessageId id = new MessageId(Columns.group(row), row.getLong("seq"));
        long revision = row.getLong("revision");
        Instant postedAt = Columns.instant(row, "posted_at");
        List<AttachmentId> files = attachments(row, id.group());
        Function<List<Attachment>, Content> content = content(row);
        return new Read(
                files,
                found -> new Message(
                        id,
                        revision,
                        postedAt,
                        content.apply(
                                // One that was swept between the two reads is not there any more
                                files.stream()
                                        .flatMap(file -> Stream.ofNullable(found.get(file)))
                                        .toList())));
    }

    private static List<AttachmentId> attachments(ResultSet row, GroupId group) throws SQLException {
        @Nullable Array ids = row.getArray("attachment_ids");
        return ids == null
                ? List.of()
                : Arrays.stream((UUID[]) ids.getArray())
                        .map(id -> new AttachmentId(group, id))
                        .toList();
    }

    private enum Kind {
        WORDS,
        DELETED,
        NOTICE,
        TICKET
    }

    static MessageRow of(Content content) {
        Optional<Content.Words> words = as(Content.Words.class, content);
        Optional<Content.Deleted> deleted = as(Content.Deleted.class, content);
        Optional<Content.Notice> notice = as(Content.Notice.class, content);
        Optional<Content.TicketNotice> ticket = as(Content.TicketNotice.class, content);
        Kind kind = words.map(is -> Kind.WORDS)
                .or(() -> deleted.map(is -> Kind.DELETED))
                .or(() -> notice.map(is -> Kind.NOTICE))
                .or(() -> ticket.map(is -> Kind.TICKET))
                .orElseThrow();
        return new MessageRow(kind, words, deleted, notice, ticket);
    }

    private static <T> Optional<T> as(Class<T> type, Content content) {
        return Optional.of(content).filter(type::isInstance).map(type::cast);
    }

    <S extends SqlStatement<S>> S bindTo(S statement) {
        Optional<PersonId> author = words.map(Content.Words::author).or(() -> deleted.map(Content.Deleted::author));
        Optional<ClientId> clientId =
                words.map(Content.Words::clientId).or(() -> deleted.map(Content.Deleted::clientId));
        Optional<PersonId> about =
                notice.map(Content.Notice::about).or(() -> ticket.flatMap(Content.TicketNotice::about));
        Optional<PersonId> by = notice.flatMap(Content.Notice::by).or(() -> ticket.flatMap(Content.TicketNotice::by));
        Optional<Content.TicketLink> link = ticket.map(Content.TicketNotice::ticket);
        Arguments.optional(statement, "authorTenant", "uuid", author.map(PersonId::tenant));
        Arguments.optional(statement, "author", "uuid", author.map(PersonId::value));
        Arguments.optional(statement, "clientId", "uuid", clientId.map(ClientId::value));
        Arguments.optional(
                statement, "body", "text", words.map(said -> said.body().text()));
        Arguments.optional(
                statement,
                "changedAt",
                "timestamptz",
                words.flatMap(Content.Words::editedAt).or(() -> deleted.map(Content.Deleted::deletedAt)));
        Arguments.optional(
                statement,
                "event",
                "text",
                notice.map(said -> said.event().name())
                        .or(() -> ticket.map(said -> said.event().name())));
        Arguments.optional(statement, "aboutTenant", "uuid", about.map(PersonId::tenant));
        Arguments.optional(statement, "about", "uuid", about.map(PersonId::value));
        Arguments.optional(statement, "byTenant", "uuid", by.map(PersonId::tenant));
        Arguments.optional(statement, "by", "uuid", by.map(PersonId::value));
        Arguments.optional(
                statement, "ticket", "uuid", link.map(to -> to.group().value()));
        Arguments.optional(
                statement, "ticketNumber", "int8", link.map(to -> to.number().value()));
        Arguments.optional(statement, "ticketTitle", "text", link.map(Content.TicketLink::title));
        Arguments.optional(statement, "untilAt", "timestamptz", ticket.flatMap(Content.TicketNotice::until));
        Arguments.optional(statement, "detail", "text", ticket.map(Content.TicketNotice::words));
        Arguments.optional(statement, "attachments", "uuid[]", words.flatMap(MessageRow::files));
        return statement
                .bind("kind", kind)
                .bindArray(
                        "terms",
                        String.class,
                        words.map(said -> Terms.of(said.body()).all()).orElse(Set.of()));
    }

    private static Optional<UUID[]> files(Content.Words said) {
        return Optional.of(said.attachments())
                .filter(files -> !files.isEmpty())
                .map(files -> files.stream().map(file -> file.id().value()).toArray(UUID[]::new));
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
            case TICKET -> {
                Content notice = new Content.TicketNotice(
                        Content.TicketEvent.valueOf(row.getString("event")),
                        new Content.TicketLink(
                                new GroupId(Columns.tenant(row, "tenant_id"), Columns.uuid(row, "ticket_id")),
                                new TicketNumber(row.getLong("ticket_number")),
                                row.getString("ticket_title")),
                        Columns.findPerson(row, "by_tenant_id", "by_id"),
                        Columns.findPerson(row, "about_tenant_id", "about_id"),
                        Columns.findInstant(row, "until_at"),
                        row.getString("detail"));
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
