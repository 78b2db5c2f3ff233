package io.larkdesk.app.page;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The group of the samples with a life of its own, in memory. Thread-safe. */
final class Desk {

    /** Something that those who follow the group are told. */
    sealed interface Event {

        /** A message was posted. */
        record Posted(Message message) implements Event {}

        /** A message was edited or deleted. */
        record Changed(Message message) implements Event {}

        /** Somebody has read on. */
        record Read(PersonView person, long upTo) implements Event {}
    }

    private final List<Message> said = new ArrayList<>();
    private final Map<UUID, Long> cursors = new TreeMap<>();
    private final List<Consumer<Event>> followers = new CopyOnWriteArrayList<>();
    private long revision;

    Desk() {
        Samples.PEOPLE.forEach(person -> cursors.put(person.id(), 0L));
    }

    /** Begins with what was said in the samples' morning, of which Daniel has not read the last three. */
    Desk withMorning() {
        for (MessageView message : Samples.morning()) {
            add(message.at(), contentOf(message));
        }
        Samples.PEOPLE.forEach(person -> read(person, 7));
        return this;
    }

    /** Begins with {@code count} short messages of Mei and Sofia by turns, all read, the last a minute before now. */
    Desk withMany(int count) {
        for (int i = 1; i <= count; i++) {
            Instant at = Samples.NOW.minusSeconds(60L * (count - i + 1));
            add(at, words(i % 2 == 0 ? Samples.SOFIA : Samples.MEI, UUID.randomUUID(), "Number " + i));
        }
        Samples.PEOPLE.forEach(person -> read(person, count));
        return this;
    }

    private static Content contentOf(MessageView message) {
        return switch (message.kind()) {
            case WORDS -> words(message.person(), message.clientId().orElseThrow(), message.body());
            case DELETED ->
                new Content.Deleted(
                        Samples.personId(message.person()),
                        new ClientId(message.clientId().orElseThrow()),
                        message.at());
            case JOINED, LEFT -> Samples.joined(message.person());
            case TICKET -> Samples.ticketLine(message.ticket().orElseThrow().event());
        };
    }

    private static Content words(PersonView author, UUID client, String body) {
        return new Content.Words(
                Samples.personId(author), new ClientId(client), MessageBody.parse(body), Optional.empty());
    }

    private Message add(Instant at, Content content) {
        revision++;
        Message message = new Message(new MessageId(Samples.GROUP, said.size() + 1L), revision, at, content);
        said.add(message);
        followers.forEach(follower -> follower.accept(new Event.Posted(message)));
        return message;
    }

    synchronized Message post(PersonView author, String body) {
        return post(author, UUID.randomUUID(), body);
    }

    /** Posts once for every client id of the author. */
    synchronized Message post(PersonView author, UUID client, String body) {
        return said.stream()
                .filter(message -> message.isBy(Samples.personId(author))
                        && message.words().orElseThrow().clientId().value().equals(client))
                .findFirst()
                .orElseGet(() -> add(Samples.NOW.plusSeconds(said.size()), words(author, client, body)));
    }

    synchronized Message edit(long seq, String body) {
        Content.Words words = get(seq).words().orElseThrow();
        return change(
                seq,
                new Content.Words(words.author(), words.clientId(), MessageBody.parse(body), Optional.of(Samples.NOW)));
    }

    synchronized Message delete(long seq) {
        Content.Words words = get(seq).words().orElseThrow();
        return change(seq, new Content.Deleted(words.author(), words.clientId(), Samples.NOW));
    }

    private Message change(long seq, Content content) {
        revision++;
        Message old = get(seq);
        Message changed = new Message(old.id(), revision, old.postedAt(), content);
        said.set((int) seq - 1, changed);
        followers.forEach(follower -> follower.accept(new Event.Changed(changed)));
        return changed;
    }

    synchronized void read(PersonView person, long upTo) {
        if (cursors.merge(person.id(), upTo, Math::max) == upTo) {
            followers.forEach(follower -> follower.accept(new Event.Read(person, upTo)));
        }
    }

    synchronized Message get(long seq) {
        return said.get((int) seq - 1);
    }

    synchronized long last() {
        return said.size();
    }

    synchronized Position position() {
        return new Position(said.size(), revision);
    }

    synchronized Map<UUID, Long> cursors() {
        return Map.copyOf(cursors);
    }

    /** How many messages of others the person has not read. */
    synchronized int unread(PersonView person) {
        long upTo = cursors.getOrDefault(person.id(), 0L);
        return (int) said.stream()
                .filter(message -> message.id().seq() > upTo
                        && message.words().isPresent()
                        && !message.isBy(Samples.personId(person)))
                .count();
    }

    /** The messages after {@code afterSeq}, up to and with {@code upToSeq}, where there are such. */
    synchronized List<MessageView> between(long afterSeq, long upToSeq) {
        return said.stream()
                .filter(message -> message.id().seq() > afterSeq && message.id().seq() <= upToSeq)
                .map(Desk::view)
                .toList();
    }

    /** The words of all messages, in order, without those that were taken back. */
    synchronized List<String> bodies() {
        return said.stream()
                .flatMap(message -> message.words().stream())
                .map(words -> words.body().text())
                .collect(Collectors.toList());
    }

    /** What somebody at {@code position} has missed, told as events; from now on {@code follower} hears of everything. */
    synchronized void follow(Position position, Consumer<Event> follower) {
        for (Message message : said) {
            if (message.id().seq() > position.seq()) {
                follower.accept(new Event.Posted(message));
            } else if (message.revision() > position.revision()) {
                follower.accept(new Event.Changed(message));
            }
        }
        followers.add(follower);
    }

    void leave(Consumer<Event> follower) {
        followers.remove(follower);
    }

    static MessageView view(Message message) {
        return MessageView.of(message, Samples.people());
    }
}
