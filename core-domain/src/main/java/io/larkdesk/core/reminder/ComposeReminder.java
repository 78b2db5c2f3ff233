package io.larkdesk.core.reminder;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.conversation.NamePeople;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts a reminder into words: groups, authors, and excerpts of what was said, as they are now. */
@Singleton
public final class ComposeReminder {

    static final String SOMEBODY = "?";
    private final Messages messages;
    private final Groups groups;
    private final NamePeople namePeople;
    private final People people;
    private final QuietTimes quietTimes;
    private final DescribeNotice describeNotice;

    /** Takes its collaborators. */
    @Inject
    public ComposeReminder(
            Messages messages,
            Groups groups,
            NamePeople namePeople,
            People people,
            QuietTimes quietTimes,
            DescribeNotice describeNotice) {
        this.messages = messages;
        this.groups = groups;
        this.namePeople = namePeople;
        this.people = people;
        this.quietTimes = quietTimes;
        this.describeNotice = describeNotice;
    }

    MessageReminder execute(Permit.Held held, List<MessageId> about, Instant now) {
        Map<MessageId, Message> found =
                messages.listAll(about).stream().collect(Collectors.toMap(Message::id, Function.identity()));
        List<Message> covered = about.stream()
                .map(id -> Objects.requireNonNull(found.get(id), "no such message"))
                .toList();
        Map<GroupId, List<Message>> byGroup = covered.stream()
                .collect(Collectors.groupingBy(message -> message.id().group()));
        Map<GroupId, String> groupNames =
                groups.listAll(byGroup.keySet()).stream().collect(Collectors.toMap(Group::id, Group::name));
        Map<UUID, String> names = names(byGroup);
        Person recipient = people.find(held.person()).orElseThrow();
        return new MessageReminder(
                held.reminder(),
                held.attempt(),
                recipient,
                now,
                quietTimes.get(held.person()).zone(),
                covered.stream()
                        .map(message -> item(
                                message,
                                groupNames.getOrDefault(message.id().group(), SOMEBODY),
                                names,
                                matter(message, held.person(), now)))
                        .toList());
    }

    private Map<UUID, String> names(Map<GroupId, List<Message>> byGroup) {
        return byGroup.entrySet().stream()
                .flatMap(in -> namePeople.execute(in.getKey(), in.getValue()).stream())
                .collect(Collectors.toMap(
                        person -> person.id().value(), person -> person.name().value(), (one, again) -> one));
    }

    private Matter matter(Message message, PersonId recipient, Instant now) {
        if (message.content() instanceof Content.Words words) {
            return new Matter.Said(beside(words));
        }
        return message.content() instanceof Content.TicketNotice notice
                ? describeNotice.execute(notice, recipient, now)
                : Matter.Said.NO_MORE;
    }

    private static MessageReminder.Item item(
            Message message, String groupName, Map<UUID, String> names, Matter matter) {
        MessageId id = message.id();
        if (message.content() instanceof Content.Words words) {
            String author = names.getOrDefault(words.author().value(), SOMEBODY);
            return new MessageReminder.Item(
                    id, groupName, author, excerpt(words.body(), names), message.postedAt(), matter);
        }
        if (message.content() instanceof Content.TicketNotice notice) {
            String author = notice.by()
                    .map(by -> names.getOrDefault(by.value(), SOMEBODY))
                    .orElse(groupName);
            String ticket = notice.ticket().number() + " " + notice.ticket().title();
            return new MessageReminder.Item(
                    id, groupName, author, MessageReminder.Item.cut(ticket), message.postedAt(), matter);
        }
        return new MessageReminder.Item(id, groupName, SOMEBODY, "", message.postedAt(), matter);
    }

    private static Optional<Matter.Beside> beside(Content.Words words) {
        boolean namesOnly = words.body().segments().stream()
                .allMatch(segment -> !(segment instanceof MessageBody.Text text)
                        || text.value().isBlank());
        return words.attachments().stream()
                .findFirst()
                .filter(file -> namesOnly)
                .map(file -> new Matter.Beside(
                        file.picture().isPresent(), file.name().value()));
    }

    private static String excerpt(MessageBody body, Map<UUID, String> names) {
        return MessageReminder.Item.cut(body.segments().stream()
                .map(segment -> segment instanceof MessageBody.Mentioned mentioned
                        ? "@" + names.getOrDefault(mentioned.person(), SOMEBODY)
                        : ((MessageBody.Text) segment).value())
                .collect(Collectors.joining()));
    }
}
