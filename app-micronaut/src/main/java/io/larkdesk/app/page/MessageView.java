package io.larkdesk.app.page;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A message as every reader of the group may see it.
 *
 * @param seq its place in the group's sequence
 * @param revision the group's count of changes when it was last changed
 * @param at when it was posted
 * @param kind what it is
 * @param person who wrote it, or whom the notice is about
 * @param by through whom a notice's event happened, if through somebody else
 * @param clientId chosen by the author's browser; empty for a notice
 * @param parts what was written; empty unless there are words
 * @param body what was written, as a form sends it back; empty unless there are words
 * @param files what was sent with it
 * @param edited whether the author changed the words
 * @param ticket what happened to a ticket; empty unless it is a line about one
 */
public record MessageView(
        long seq,
        long revision,
        Instant at,
        Kind kind,
        PersonView person,
        Optional<PersonView> by,
        Optional<UUID> clientId,
        List<Part> parts,
        String body,
        List<FileView> files,
        boolean edited,
        Optional<TicketLine> ticket) {

    // Who did what the desk did by itself
    private static final UUID DESK = new UUID(0, 0);

    /** What stands at one place of the sequence. */
    public enum Kind {
        /** Somebody's words. */
        WORDS,
        /** Words that were taken back. */
        DELETED,
        /** A person came into the group. */
        JOINED,
        /** A person left the group. */
        LEFT,
        /** Something happened to a ticket. */
        TICKET
    }

    /** Copies the lists. */
    public MessageView {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(clientId, "clientId");
        parts = List.copyOf(parts);
        Objects.requireNonNull(body, "body");
        files = List.copyOf(files);
        Objects.requireNonNull(ticket, "ticket");
    }

    /**
     * The message, with names from {@code people}.
     *
     * @param people by the value of their id: author, mentioned and noticed persons; who is missing is shown as "?"
     */
    public static MessageView of(Message message, Map<UUID, PersonView> people) {
        Content content = message.content();
        if (content instanceof Content.Words words) {
            return of(
                    message,
                    Kind.WORDS,
                    find(people, words.author()),
                    Optional.empty(),
                    Optional.of(words.clientId().value()),
                    Part.listOf(words.body(), people),
                    words.body().text(),
                    words.attachments().stream().map(FileView::of).toList(),
                    words.editedAt().isPresent());
        }
        if (content instanceof Content.Deleted deleted) {
            return of(
                    message,
                    Kind.DELETED,
                    find(people, deleted.author()),
                    Optional.empty(),
                    Optional.of(deleted.clientId().value()),
                    List.of(),
                    "",
                    List.of(),
                    false);
        }
        if (content instanceof Content.TicketNotice notice) {
            return ofTicket(message, notice, people);
        }
        Content.Notice notice = (Content.Notice) content;
        Kind kind = notice.event() == Content.Event.JOINED ? Kind.JOINED : Kind.LEFT;
        Optional<PersonView> by = notice.by().map(person -> find(people, person));
        return of(message, kind, find(people, notice.about()), by, Optional.empty(), List.of(), "", List.of(), false);
    }

    /** The person is who did it: a reader who did, is spoken to. */
    private static MessageView ofTicket(Message message, Content.TicketNotice notice, Map<UUID, PersonView> people) {
        PersonView by = notice.by().map(person -> find(people, person)).orElseGet(() -> PersonView.unknown(DESK));
        Optional<PersonView> about = notice.about().map(person -> find(people, person));
        return new MessageView(
                message.id().seq(),
                message.revision(),
                message.postedAt(),
                Kind.TICKET,
                by,
                about,
                Optional.empty(),
                List.of(),
                "",
                List.of(),
                false,
                Optional.of(TicketLine.of(notice)));
    }

    private static MessageView of(
            Message message,
            Kind kind,
            PersonView person,
            Optional<PersonView> by,
            Optional<UUID> clientId,
            List<Part> parts,
            String body,
            List<FileView> files,
            boolean edited) {
        return new MessageView(
                message.id().seq(),
                message.revision(),
                message.postedAt(),
                kind,
                person,
                by,
                clientId,
                parts,
                body,
                files,
                edited,
                Optional.empty());
    }

    private static PersonView find(Map<UUID, PersonView> people, PersonId person) {
        return people.getOrDefault(person.value(), PersonView.unknown(person.value()));
    }

    /** Whether it is a line of the desk itself. */
    public boolean isNotice() {
        return kind == Kind.JOINED || kind == Kind.LEFT || kind == Kind.TICKET;
    }

    /** The key of the text of a notice, to be read by the one whom it is about, or by others. */
    public String notice(boolean own) {
        if (ticket.isPresent()) {
            return "ticket.said." + ticket.get().event(by.isPresent()) + (own ? "You" : "");
        }
        String event = kind == Kind.JOINED ? "joined" : by.isPresent() ? "removed" : "left";
        String through = kind == Kind.JOINED && by.isPresent() ? "ByInvite" : "";
        return "said." + event + through + (own ? "You" : "");
    }

    /** What the text of a notice names; instants as {@code times} tells them, severities as {@code times} calls them, links under {@code root}. */
    public Map<String, String> named(Times times, String root) {
        if (ticket.isPresent()) {
            return ticket.get().named(person.name(), by.map(PersonView::name).orElse(""), times, root);
        }
        return Map.of("name", person.name(), "by", by.map(PersonView::name).orElse(""));
    }

    /** Whether {@code reader} wrote it. */
    public boolean isBy(UUID reader) {
        return !isNotice() && person.id().equals(reader);
    }

    /** Whether it calls {@code reader}. */
    public boolean mentions(UUID reader) {
        return parts.stream()
                .anyMatch(part ->
                        part instanceof Part.Mention mention && mention.person().equals(reader));
    }

    /** Who is called, for the attribute of that name: ids with spaces between them. */
    public String mentioned() {
        return parts.stream()
                .filter(Part.Mention.class::isInstance)
                .map(part -> ((Part.Mention) part).person().toString())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
