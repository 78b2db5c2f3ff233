package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows a member what was said in a group. To everybody else the group does not exist. */
@Singleton
public final class ReadConversation {

    /** How many messages one answer has at most. */
    public static final int PAGE = 50;

    private final Transactions transactions;
    private final Members members;
    private final Messages messages;
    private final ReadCursors cursors;

    /** Takes its collaborators. */
    @Inject
    public ReadConversation(Transactions transactions, Members members, Messages messages, ReadCursors cursors) {
        this.transactions = transactions;
        this.members = members;
        this.messages = messages;
        this.cursors = cursors;
    }

    /**
     * A stretch of the conversation.
     *
     * @param messages in order of the sequence
     * @param end where somebody is who has seen everything, read before the messages: the place to go on from
     * @param readUpTo how far the reader had read
     */
    public record Stretch(List<Message> messages, Position end, long readUpTo) {

        /** Copies the list. */
        public Stretch {
            messages = List.copyOf(messages);
        }
    }

    /**
     * News for a reader.
     *
     * @param messages not seen before, in order of the sequence
     * @param changes seen before, but changed since, in order of the changes
     * @param next where the reader is who has taken all of this in, and nothing less: the position to ask with again. Do not work it out
     *     from the messages: one of them may be newer than changes that are still to come
     */
    public record News(List<Message> messages, List<Message> changes, Position next) {

        /** Copies the lists. */
        public News {
            Objects.requireNonNull(next, "next");
            messages = List.copyOf(messages);
            changes = List.copyOf(changes);
        }

        /** The news after {@code position}, in a conversation that had come to {@code end} before. */
        static News after(Position position, Position end, GroupId group, Messages messages) {
            // Nobody can be ahead, unless the database was set back: such a reader goes on from its end
            boolean ahead = position.seq() > end.seq() || position.revision() > end.revision();
            Position from = ahead ? end : position;
            if (from.equals(end)) {
                return new News(List.of(), List.of(), end);
            }
            // What others commit meanwhile belongs to the next news
            List<Message> fresh = messages.listAfter(group, from.seq(), PAGE).stream()
                    .filter(message -> message.id().seq() <= end.seq())
                    .toList();
            List<Message> changes = isAll(fresh, from, end) ? List.of() : messages.listChanged(group, from, PAGE);
            return new News(fresh, changes, next(from, end, fresh, changes));
        }

        /** Whether the changes from one position to the other are these messages and nothing else: each change has its own revision. */
        private static boolean isAll(List<Message> fresh, Position from, Position end) {
            long counted = fresh.stream()
                    .filter(message -> message.revision() > from.revision() && message.revision() <= end.revision())
                    .count();
            return counted == end.revision() - from.revision();
        }

        private static Position next(Position from, Position end, List<Message> fresh, List<Message> changes) {
            long seq = fresh.isEmpty()
                    ? from.seq()
                    : fresh.get(fresh.size() - 1).id().seq();
            long seen = changes.size() < PAGE
                    ? end.revision()
                    : changes.get(PAGE - 1).revision();
            return new Position(seq, Math.max(from.revision(), Math.min(seen, end.revision())));
        }
    }

    /** The last messages, or those around {@code around} if it is given; empty if {@code reader} is not in the group. */
    public Optional<Stretch> open(GroupId group, PersonId reader, Optional<Long> around) {
        return asMember(group, reader, () -> {
            Position end = messages.end(group);
            long readUpTo = cursors.get(group, reader);
            long first = around.orElse(readUpTo == 0 ? end.seq() : Math.min(readUpTo + 1, end.seq()));
            long until = Math.min(end.seq(), Math.max(first + PAGE / 2, PAGE));
            List<Message> shown = end.seq() - first < PAGE / 2
                    ? messages.listBefore(group, end.seq() + 1, PAGE)
                    : messages.listBefore(group, until + 1, PAGE);
            return new Stretch(shown, end, readUpTo);
        });
    }

    /** The messages just before {@code seq}. */
    public Optional<List<Message>> before(GroupId group, PersonId reader, long seq) {
        return asMember(group, reader, () -> messages.listBefore(group, seq, PAGE));
    }

    /** The messages just after {@code seq}. */
    public Optional<List<Message>> after(GroupId group, PersonId reader, long seq) {
        return asMember(group, reader, () -> messages.listAfter(group, seq, PAGE));
    }

    /**
     * What is new after {@code position}; at most {@link #PAGE} of each sort, so ask again with {@link News#next} until there is none.
     * A position that no reader can have, because it is ahead of the conversation, gets nothing new, and goes on from the end.
     */
    public Optional<News> since(GroupId group, PersonId reader, Position position) {
        return asMember(group, reader, () -> News.after(position, messages.end(group), group, messages));
    }

    /** Whether the reader is in the group is asked last: whoever left before any of this was said, is out by then. */
    private <T> Optional<T> asMember(GroupId group, PersonId reader, Supplier<T> work) {
        return transactions.inTransaction(now -> {
            T found = work.get();
            return members.find(group, reader).filter(Member::isIn).map(member -> found);
        });
    }
}
