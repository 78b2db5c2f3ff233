package io.larkdesk.core.conversation;

import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells a person which groups there are to talk in, and how much is unread in each. */
@Singleton
public final class ListMyGroups {

    private static final Comparator<Group> ORDER = Comparator.<Group, Long>comparing(group -> group.fold(
                    service -> Long.MIN_VALUE, ticket -> -ticket.number().value()))
            .thenComparing(Group::name)
            .thenComparing(group -> group.id().toString());

    private final Transactions transactions;
    private final Members members;
    private final Groups groups;
    private final ReadCursors cursors;

    /** Takes its collaborators. */
    @Inject
    public ListMyGroups(Transactions transactions, Members members, Groups groups, ReadCursors cursors) {
        this.transactions = transactions;
        this.members = members;
        this.groups = groups;
        this.cursors = cursors;
    }

    /**
     * A group of the person's.
     *
     * @param group the group
     * @param member the person's place in it
     * @param unread what the person has not read of it; perhaps nothing
     */
    public record MyGroup(Group group, Member member, Unread unread) {

        /** Refuses null. */
        public MyGroup {
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(member, "member");
            Objects.requireNonNull(unread, "unread");
        }
    }

    /** One of the person's groups, closed or not; empty if the person is not in it, or there is none. */
    Optional<MyGroup> find(GroupId id, PersonId person) {
        return members.find(id, person).filter(Member::isIn).flatMap(member -> groups.find(id)
                .map(group -> new MyGroup(
                        group,
                        member,
                        cursors.listUnread(person, List.of(id)).stream()
                                .findFirst()
                                .orElseGet(() -> new Unread(id, 0, 0)))));
    }

    /** One of the person's groups, closed or not; empty if {@code person} is not in it now, or there is none. */
    public Optional<MyGroup> execute(GroupId id, PersonId person) {
        return transactions.inTransaction(now -> find(id, person));
    }

    /** The groups in which {@code person} is now: service groups by name, then those of tickets that are not closed, the last one first. */
    public List<MyGroup> execute(PersonId person) {
        return transactions.inTransaction(now -> {
            Map<GroupId, Member> places =
                    members.listOf(person).stream().collect(Collectors.toMap(Member::group, Function.identity()));
            Map<GroupId, Unread> unread = cursors.listUnread(person, places.keySet()).stream()
                    .collect(Collectors.toMap(Unread::group, Function.identity()));
            return groups.listAll(places.keySet()).stream()
                    .sorted(ORDER)
                    .map(group -> new MyGroup(
                            group,
                            Objects.requireNonNull(places.get(group.id())),
                            unread.getOrDefault(group.id(), new Unread(group.id(), 0, 0))))
                    .toList();
        });
    }
}
