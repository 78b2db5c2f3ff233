package io.larkdesk.core.conversation;

import io.larkdesk.core.conversation.ReadConversation.News;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells many readers of one group at once what is new, reading it once for all who are at the same position. */
@Singleton
public final class FollowConversation {

    private final Transactions transactions;
    private final Messages messages;
    private final ReadCursors cursors;
    private final Members members;
    private final NamePeople namePeople;

    /** Takes its collaborators. */
    @Inject
    public FollowConversation(
            Transactions transactions, Messages messages, ReadCursors cursors, Members members, NamePeople namePeople) {
        this.transactions = transactions;
        this.messages = messages;
        this.cursors = cursors;
        this.members = members;
        this.namePeople = namePeople;
    }

    /**
     * What is new, and for whom. Only those in {@code present} may be shown anything of it.
     *
     * @param end where somebody is who has seen everything
     * @param news by the position that was asked about, unless that is outdated
     * @param outdated positions that this conversation does not know: whoever is there begins anew
     * @param people everybody named in the news
     * @param read how far each of those present has read; 0 who has read nothing
     * @param present everybody who is in the group
     */
    public record Latest(
            Position end,
            Map<Position, News> news,
            Set<Position> outdated,
            List<Person> people,
            Map<PersonId, Long> read,
            Set<PersonId> present) {

        /** Copies the collections. */
        public Latest {
            Objects.requireNonNull(end, "end");
            news = Map.copyOf(news);
            outdated = Set.copyOf(outdated);
            people = List.copyOf(people);
            read = Map.copyOf(read);
            present = Set.copyOf(present);
        }
    }

    /** What is new in {@code group} after each of {@code positions}; with nobody present if there is no such group. */
    public Latest execute(GroupId group, Collection<Position> positions) {
        return transactions.inTransaction(now -> {
            Position end = messages.end(group);
            Map<Position, News> news = new HashMap<>();
            Set<Position> outdated = new HashSet<>();
            for (Position position : Set.copyOf(positions)) {
                if (isFar(position, end) && !messages.knows(group, position)) {
                    outdated.add(position);
                } else {
                    news.put(position, News.after(position, end, group, messages));
                }
            }
            List<Person> people = namePeople.execute(group, shown(news.values()));
            List<ReadCursor> read = cursors.list(group);
            // Asked last: whoever left before any of this news was made, is out by now
            Set<PersonId> present =
                    members.list(group).stream().map(Member::person).collect(Collectors.toSet());
            return new Latest(end, news, outdated, people, upTo(read, present), present);
        });
    }

    /** What was lost is looked for where it shows: ahead of the end, or behind by more than anybody is who keeps up. */
    private static boolean isFar(Position position, Position end) {
        return position.revision() > end.revision() || position.revision() < end.revision() - ReadConversation.PAGE;
    }

    private static Set<Message> shown(Collection<News> news) {
        return news.stream()
                .flatMap(some -> Stream.concat(some.messages().stream(), some.changes().stream()))
                .collect(Collectors.toSet());
    }

    private static Map<PersonId, Long> upTo(List<ReadCursor> read, Set<PersonId> present) {
        Map<PersonId, Long> upTo = new HashMap<>();
        present.forEach(person -> upTo.put(person, 0L));
        read.forEach(cursor -> upTo.replace(cursor.person(), cursor.upTo()));
        return upTo;
    }
}
