package io.larkdesk.testkit.memory;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.ConflictException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Messages, numbered by their group's counters. */
final class InMemoryMessages implements Messages {

    private final InMemoryTransactions transactions;
    private final Sequences sequences;
    private final Table<MessageId, Message> messages;
    private final Table<ClientKey, MessageId> byClientId;

    InMemoryMessages(InMemoryTransactions transactions, Sequences sequences) {
        this.transactions = transactions;
        this.sequences = sequences;
        this.messages = new Table<>(transactions);
        this.byClientId = new Table<>(transactions);
    }

    private record ClientKey(GroupId group, PersonId author, ClientId clientId) {}

    @Override
    public Message append(GroupId group, Instant now, Content content) {
        return transactions.inTransaction(ignored -> {
            Position next = sequences.count(group, 1);
            Message message = new Message(new MessageId(group, next.seq()), next.revision(), now, content);
            if (content instanceof Content.Words words) {
                ClientKey key = new ClientKey(group, words.author(), words.clientId());
                if (byClientId.find(key).isPresent()) {
                    throw new ConflictException("the author posted with the same client id meanwhile");
                }
                byClientId.put(key, message.id());
            }
            messages.put(message.id(), message);
            return message;
        });
    }

    @Override
    public Optional<Message> appendOnce(GroupId group, Instant now, Content.Words words) {
        return transactions.inTransaction(ignored ->
                findByClientId(group, words.author(), words.clientId()).isPresent()
                                || sequences.find(group).isEmpty()
                        ? Optional.empty()
                        : Optional.of(append(group, now, words)));
    }

    @Override
    public Message replace(MessageId id, Content content) {
        return transactions.inTransaction(ignored -> {
            Position next = sequences.count(id.group(), 0);
            Message old = find(id).orElseThrow(() -> new NoSuchElementException("no message " + id));
            if (old.words().isEmpty()) {
                throw new ConflictException("no words any more at " + id);
            }
            Message changed = new Message(id, next.revision(), old.postedAt(), content);
            messages.put(id, changed);
            return changed;
        });
    }

    @Override
    public Optional<Message> find(MessageId id) {
        return messages.find(id);
    }

    @Override
    public List<Message> listAll(Collection<MessageId> ids) {
        return transactions.atOnce(
                () -> ids.stream().distinct().flatMap(id -> find(id).stream()).toList());
    }

    @Override
    public Optional<Message> findByClientId(GroupId group, PersonId author, ClientId clientId) {
        return byClientId.find(new ClientKey(group, author, clientId)).flatMap(this::find);
    }

    @Override
    public Position end(GroupId group) {
        return sequences.find(group).orElse(Position.START);
    }

    @Override
    public Map<GroupId, Position> ends(Collection<GroupId> groups) {
        return transactions.atOnce(() -> groups.stream()
                .distinct()
                .flatMap(group -> sequences.find(group).map(end -> Map.entry(group, end)).stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public List<Message> listLast(Collection<GroupId> groups) {
        return transactions.atOnce(() -> groups.stream()
                .distinct()
                .flatMap(group -> listBefore(group, Long.MAX_VALUE, 1).stream())
                .toList());
    }

    @Override
    public Optional<Message> findLastReply(GroupId group) {
        return transactions.atOnce(() -> between(group, 1, end(group).seq())
                .filter(message -> message.words()
                        .filter(words -> Side.of(words.author(), group) == Side.SERVICE_TEAM)
                        .isPresent())
                .reduce((earlier, later) -> later));
    }

    @Override
    public List<Message> listBefore(GroupId group, long seqExclusive, int limit) {
        return transactions.atOnce(() -> {
            long last = Math.min(seqExclusive - 1, end(group).seq());
            return between(group, Math.max(1, last - limit + 1), last).toList();
        });
    }

    @Override
    public List<Message> listAfter(GroupId group, long seqExclusive, int limit) {
        return transactions.atOnce(() -> {
            long first = Math.max(0, seqExclusive) + 1;
            return between(group, first, Math.min(end(group).seq(), first + limit - 1))
                    .toList();
        });
    }

    @Override
    public List<Message> listChanged(GroupId group, Position position, int limit) {
        return transactions.atOnce(
                () -> between(group, 1, Math.min(position.seq(), end(group).seq()))
                        .filter(message -> message.revision() > position.revision())
                        .sorted(Comparator.comparingLong(Message::revision))
                        .limit(limit)
                        .toList());
    }

    @Override
    public boolean knows(GroupId group, Position position) {
        return transactions.atOnce(() -> {
            long end = end(group).revision();
            long floor = sequences.floor();
            long revision = position.revision();
            boolean isOfPresent = revision > floor || end <= floor;
            return sequences.find(group).isEmpty()
                    || (revision <= end && (isOfPresent || revision <= lastRevision(group, floor)));
        });
    }

    private long lastRevision(GroupId group, long most) {
        return between(group, 1, end(group).seq())
                .mapToLong(Message::revision)
                .filter(revision -> revision <= most)
                .max()
                .orElse(0);
    }

    /** The messages from one place to another, in order. */
    Stream<Message> between(GroupId group, long firstInclusive, long lastInclusive) {
        return LongStream.rangeClosed(firstInclusive, lastInclusive)
                .mapToObj(seq -> find(new MessageId(group, seq)).orElseThrow());
    }
}
