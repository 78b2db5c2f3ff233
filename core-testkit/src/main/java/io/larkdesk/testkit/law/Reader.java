package io.larkdesk.testkit.law;

import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.conversation.ReadConversation;
import io.larkdesk.core.conversation.ReadConversation.News;
import io.larkdesk.core.conversation.ReadConversation.Stretch;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A browser in which Ann follows her group: keeps what it was shown, and asks for news from where it is. */
final class Reader {

    private static final int MOST_ASKS = 1_000;

    private final ReadConversation conversation;
    private final InterruptedMessages messages;
    private final GroupId group;
    private final PersonId reader;
    private final List<Shown> earlier = new ArrayList<>();
    private Shown shown = new Shown(Position.START, Map.of());

    Reader(World world) {
        this.messages = new InterruptedMessages(world.stores().messages());
        this.conversation = new ReadConversation(
                world.stores().transactions(),
                world.stores().members(),
                messages,
                world.stores().readCursors());
        this.group = world.cast().group(Where.ACME);
        this.reader = world.cast().id(Who.ANN);
    }

    /** What the browser shows, by place, and its position then. */
    private record Shown(Position position, Map<Long, Message> messages) {}

    Position position() {
        return shown.position();
    }

    /** Before the next look of this reader's at the messages, {@code act} happens. */
    void interrupt(Runnable act) {
        messages.interrupt(act);
    }

    /** The page is loaded anew, around what was not read yet. */
    void open() {
        Stretch stretch = conversation.open(group, reader, Optional.empty()).orElseThrow();
        Map<Long, Message> fresh = new TreeMap<>();
        stretch.messages().forEach(message -> fresh.put(message.id().seq(), message));
        shown = new Shown(stretch.end(), fresh);
        earlier.clear();
    }

    /** The connection breaks, and the browser comes back as it was so many news ago. */
    void reconnect(int back) {
        if (!earlier.isEmpty()) {
            shown = earlier.get(Math.max(0, earlier.size() - 1 - back));
        }
    }

    /** Asks once; whether there was anything new. */
    boolean ask() {
        Position before = shown.position();
        News news = conversation.since(group, reader, before).orElseThrow();
        earlier.add(shown);
        shown = new Shown(news.next(), take(news));
        return !news.messages().isEmpty()
                || !news.changes().isEmpty()
                || !news.next().equals(before);
    }

    private Map<Long, Message> take(News news) {
        Position before = shown.position();
        Map<Long, Message> now = new TreeMap<>(shown.messages());
        LawBroken.unless(
                news.messages().size() <= ReadConversation.PAGE
                        && news.changes().size() <= ReadConversation.PAGE,
                "more than a page was given at once");
        long seq = before.seq();
        for (Message message : news.messages()) {
            LawBroken.unless(
                    message.id().seq() == ++seq,
                    "after message " + (seq - 1) + " came message "
                            + message.id().seq());
            now.put(seq, message);
        }
        LawBroken.unless(news.next().seq() == seq, "after message " + seq + " the reader is put to " + news.next());
        long revision = before.revision();
        for (Message change : news.changes()) {
            LawBroken.unless(
                    change.id().seq() <= before.seq() && change.revision() > revision,
                    "a reader at " + before + " was told that " + change + " changed");
            revision = change.revision();
            now.computeIfPresent(change.id().seq(), (place, old) -> change);
        }
        return now;
    }

    /** Asks until there is nothing new. */
    void catchUp() {
        for (int asks = 0; ask(); asks++) {
            LawBroken.unless(asks < MOST_ASKS, "there is always something new: the reader is at " + position());
        }
    }

    /** What is shown must be what there is; of the last places, none may be missing. */
    void requireUpToDate(World world) {
        long end = world.stores().messages().end(group).seq();
        LawBroken.unless(position().seq() == end, "the reader stops at " + position() + ", the last message is " + end);
        long first = shown.messages().keySet().stream().findFirst().orElse(1L);
        LawBroken.unless(
                shown.messages().size() == end - first + 1,
                "the reader is shown " + shown.messages().keySet());
        shown.messages().forEach((seq, message) -> {
            Optional<Message> now = world.stores().messages().find(new MessageId(group, seq));
            LawBroken.unless(now.equals(Optional.of(message)), "the reader is shown " + message + ", but it is " + now);
        });
    }
}
