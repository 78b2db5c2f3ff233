package io.larkdesk.core.reminder;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts a reminder into words: groups, authors, and excerpts of what was said, as they are now. */
@Singleton
public final class ComposeReminder {

    private static final String SOMEBODY = "?";
    private static final Set<Content.TicketEvent> HURRY = EnumSet.of(
            Content.TicketEvent.REMINDER_SENT,
            Content.TicketEvent.REMINDER_IN_VAIN,
            Content.TicketEvent.REMINDER_PASSED_ON);

    private final Messages messages;
    private final Groups groups;
    private final Members members;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public ComposeReminder(Messages messages, Groups groups, Members members, People people) {
        this.messages = messages;
        this.groups = groups;
        this.members = members;
        this.people = people;
    }

    MessageReminder execute(Permit.Held held, List<MessageId> about, Instant now) {
        List<Message> covered =
                about.stream().map(id -> messages.find(id).orElseThrow()).toList();
        Set<GroupId> in = covered.stream().map(message -> message.id().group()).collect(Collectors.toSet());
        Map<GroupId, String> groupNames = groups.listAll(in).stream().collect(Collectors.toMap(Group::id, Group::name));
        Map<UUID, String> names = namesIn(in);
        Person recipient = people.find(held.person()).orElseThrow();
        return new MessageReminder(
                held.reminder(),
                held.attempt(),
                recipient,
                now,
                covered.stream()
                        .map(message -> item(
                                message, groupNames.getOrDefault(message.id().group(), SOMEBODY), names))
                        .toList());
    }

    private Map<UUID, String> namesIn(Set<GroupId> in) {
        Set<PersonId> persons = in.stream()
                .flatMap(group -> members.list(group).stream())
                .map(Member::person)
                .collect(Collectors.toSet());
        return people.listAll(persons).stream()
                .collect(Collectors.toMap(
                        person -> person.id().value(), person -> person.name().value()));
    }

    private static MessageReminder.Item item(Message message, String groupName, Map<UUID, String> names) {
        MessageId id = message.id();
        if (message.content() instanceof Content.Words words) {
            String author = names.getOrDefault(words.author().value(), SOMEBODY);
            return new MessageReminder.Item(
                    id,
                    groupName,
                    author,
                    excerpt(words.body(), names),
                    message.postedAt(),
                    MessageReminder.Kind.MENTION,
                    beside(words));
        }
        if (message.content() instanceof Content.TicketNotice notice) {
            String author = notice.by()
                    .map(by -> names.getOrDefault(by.value(), SOMEBODY))
                    .orElse(groupName);
            String ticket = notice.ticket().number() + " " + notice.ticket().title();
            return new MessageReminder.Item(
                    id,
                    groupName,
                    author,
                    cut((ticket + " " + notice.words()).strip()),
                    message.postedAt(),
                    kind(notice.event()),
                    Optional.empty());
        }
        return new MessageReminder.Item(id, groupName, SOMEBODY, "", message.postedAt());
    }

    private static MessageReminder.Kind kind(Content.TicketEvent event) {
        return HURRY.contains(event) ? MessageReminder.Kind.REMINDER : MessageReminder.Kind.MENTION;
    }

    private static Optional<MessageReminder.Beside> beside(Content.Words words) {
        boolean namesOnly = words.body().segments().stream()
                .allMatch(segment -> !(segment instanceof MessageBody.Text text)
                        || text.value().isBlank());
        return words.attachments().stream()
                .findFirst()
                .filter(file -> namesOnly)
                .map(file -> new MessageReminder.Beside(
                        file.picture().isPresent(), file.name().value()));
    }

    private static String excerpt(MessageBody body, Map<UUID, String> names) {
        return cut(body.segments().stream()
                .map(segment -> segment instanceof MessageBody.Mentioned mentioned
                        ? "@" + names.getOrDefault(mentioned.person(), SOMEBODY)
                        : ((MessageBody.Text) segment).value())
                .collect(Collectors.joining()));
    }

    private static String cut(String words) {
        String text = words.replaceAll("\\s+", " ");
        int most = MessageReminder.Item.LONGEST_EXCERPT;
        if (text.length() <= most) {
            return text;
        }
        int cut = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, cut) + "…";
    }
}
