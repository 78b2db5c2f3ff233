package io.larkdesk.app.console.deletion;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.LoggedMention;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TimelineEntry;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lines of an export. Persons are named by tenant's and person's id with a slash between; times are in UTC, to the millisecond. */
final class ExportLines {

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private ExportLines() {}

    private static String text(PersonId person) {
        return person.tenant().value() + "/" + person.value();
    }

    private static @Nullable String named(Optional<PersonId> person) {
        return person.map(ExportLines::text).orElse(null);
    }

    private static String text(Instant at) {
        return MILLIS.format(at);
    }

    private static @Nullable String time(Optional<Instant> at) {
        return at.map(ExportLines::text).orElse(null);
    }

    /** One of the customer's people. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonLine(
            String person,
            String openId,
            String name,
            @Nullable String latinName,
            String language) {

        static PersonLine of(Person known) {
            return new PersonLine(
                    text(known.id()),
                    known.openId().value(),
                    known.name().value(),
                    known.latinName().map(name -> name.value()).orElse(null),
                    known.language().name());
        }
    }

    /** One of the provider's people; nothing of them but what the customer saw. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TeamLine(String person, String name) {

        static TeamLine of(Person known) {
            return new TeamLine(text(known.id()), known.name().value());
        }
    }

    /** A group; one with a number is a ticket's. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GroupLine(
            UUID group,
            String name,
            @Nullable UUID openedFrom,
            @Nullable Long ticket,
            @Nullable String closedAt) {

        static GroupLine of(Group group) {
            return group.fold(
                    service -> new GroupLine(service.id().value(), service.name(), null, null, null),
                    ticket -> new GroupLine(
                            ticket.id().value(),
                            ticket.name(),
                            ticket.openedFrom().value(),
                            ticket.number().value(),
                            time(ticket.closedAt())));
        }
    }

    /** Somebody who is in a group, or was. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberLine(
            UUID group,
            String person,
            String joinedAt,
            @Nullable String invitedBy,
            @Nullable String leftAt,
            @Nullable String removedBy) {

        static MemberLine of(Member member) {
            return new MemberLine(
                    member.group().value(),
                    text(member.person()),
                    text(member.joinedAt()),
                    named(member.invitedBy()),
                    time(member.leftAt()),
                    named(member.removedBy()));
        }
    }

    /** What was said, or happened, in a group. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MessageLine(
            UUID group,
            long seq,
            String at,
            String kind,
            @Nullable String author,
            @Nullable String body,
            @Nullable List<UUID> files,
            @Nullable String changedAt,
            @Nullable String event,
            @Nullable String about,
            @Nullable String by,
            @Nullable Long ticket) {

        static MessageLine of(Message message) {
            Content content = message.content();
            if (content instanceof Content.Words words) {
                return line(
                        message,
                        "WORDS",
                        Optional.of(words.author()),
                        words.body().text(),
                        words.attachments().stream()
                                .map(file -> file.id().value())
                                .toList(),
                        words.editedAt());
            }
            if (content instanceof Content.Deleted deleted) {
                return line(
                        message,
                        "DELETED",
                        Optional.of(deleted.author()),
                        null,
                        null,
                        Optional.of(deleted.deletedAt()));
            }
            if (content instanceof Content.Notice notice) {
                return event(
                        message, "NOTICE", notice.event().name(), Optional.of(notice.about()), notice.by(), null, null);
            }
            Content.TicketNotice ticket = (Content.TicketNotice) content;
            return event(
                    message,
                    "TICKET",
                    ticket.event().name(),
                    ticket.about(),
                    ticket.by(),
                    ticket.ticket().number().value(),
                    ticket.words());
        }

        private static MessageLine line(
                Message message,
                String kind,
                Optional<PersonId> author,
                @Nullable String body,
                @Nullable List<UUID> files,
                Optional<Instant> changedAt) {
            return new MessageLine(
                    message.id().group().value(),
                    message.id().seq(),
                    text(message.postedAt()),
                    kind,
                    named(author),
                    body,
                    files,
                    time(changedAt),
                    null,
                    null,
                    null,
                    null);
        }

        private static MessageLine event(
                Message message,
                String kind,
                String event,
                Optional<PersonId> about,
                Optional<PersonId> by,
                @Nullable Long ticket,
                @Nullable String body) {
            return new MessageLine(
                    message.id().group().value(),
                    message.id().seq(),
                    text(message.postedAt()),
                    kind,
                    null,
                    body,
                    null,
                    null,
                    event,
                    named(about),
                    named(by),
                    ticket);
        }
    }

    /** A ticket, with its rating. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TicketLine(
            long ticket,
            UUID group,
            UUID openedFrom,
            String title,
            String description,
            @Nullable String product,
            String severity,
            String state,
            String opener,
            String owner,
            @Nullable String engineer,
            String openedAt,
            String changedAt,
            @Nullable String resolvedAt,
            @Nullable String closedAt,
            @Nullable String resolution,
            @Nullable Integer stars,
            @Nullable String ratingWord) {

        static TicketLine of(Ticket ticket) {
            return new TicketLine(
                    ticket.number().value(),
                    ticket.id().value(),
                    ticket.openedFrom().value(),
                    ticket.title().text(),
                    ticket.description().text(),
                    ticket.product().map(product -> product.name()).orElse(null),
                    ticket.severity().name(),
                    ticket.state().name(),
                    text(ticket.opener()),
                    text(ticket.owner()),
                    named(ticket.engineer()),
                    text(ticket.times().openedAt()),
                    text(ticket.times().changedAt()),
                    time(ticket.times().resolvedAt()),
                    time(ticket.times().closedAt()),
                    ticket.resolution().map(resolution -> resolution.text()).orElse(null),
                    ticket.rating().map(rating -> rating.stars()).orElse(null),
                    ticket.rating().map(rating -> rating.word()).orElse(null));
        }
    }

    /** An entry of a ticket's Timeline, with all that is hashed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TimelineRow(
            UUID group,
            long place,
            String at,
            String kind,
            @Nullable String by,
            @Nullable String about,
            String words,
            String hash) {

        static TimelineRow of(TimelineEntry entry) {
            return new TimelineRow(
                    entry.ticket().value(),
                    entry.place(),
                    text(entry.at()),
                    entry.kind().name(),
                    named(entry.by()),
                    named(entry.about()),
                    entry.words(),
                    entry.hash().hex());
        }
    }

    /** What became of a mention. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReminderLine(
            UUID group,
            long seq,
            String person,
            String mentionedAt,
            String outcome,
            @Nullable String decidedAt,
            @Nullable String reason) {

        static ReminderLine of(LoggedMention mention) {
            return new ReminderLine(
                    mention.message().group().value(),
                    mention.message().seq(),
                    text(mention.person()),
                    text(mention.mentionedAt()),
                    mention.outcome().name(),
                    time(mention.decision().map(Decision::at)),
                    mention.decision()
                            .filter(Decision.NotReminded.class::isInstance)
                            .map(end -> ((Decision.NotReminded) end).reason().name())
                            .orElse(null));
        }
    }

    /** A file that was sent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FileLine(
            UUID file, UUID group, String path, String type, long size, String sha256, String uploader, String at) {

        static FileLine of(Attachment file) {
            return new FileLine(
                    file.id().value(),
                    file.id().group().value(),
                    path(file),
                    file.type().name(),
                    file.size(),
                    file.digest(),
                    text(file.uploader()),
                    text(file.uploadedAt()));
        }

        /** Where it is in the archive. Its name has neither a folder nor anything that a system takes for more than a name. */
        static String path(Attachment file) {
            return "files/" + file.id().value() + "/" + file.name().value();
        }
    }
}
