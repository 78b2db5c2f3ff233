package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.ServiceGroups;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells a person which groups there are to talk in, and how much is unread in each. */
@Singleton
public final class ListMyGroups {

    private final Transactions transactions;
    private final Members members;
    private final ServiceGroups groups;
    private final ReadCursors cursors;

    /** Takes its collaborators. */
    @Inject
    public ListMyGroups(Transactions transactions, Members members, ServiceGroups groups, ReadCursors cursors) {
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
    public record MyGroup(ServiceGroup group, Member member, Unread unread) {

        /** Refuses null. */
        public MyGroup {
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(member, "member");
            Objects.requireNonNull(unread, "unread");
        }
    }

    /** Which groups {@code person} is in now. */
    public Set<GroupId> idsOf(PersonId person) {
        return members.listOf(person).stream().map(Member::group).collect(Collectors.toUnmodifiableSet());
    }

    /** The groups in which {@code person} is now, by name. */
    public List<MyGroup> execute(PersonId person) {
        return transactions.inTransaction(now -> {
            Map<GroupId, Member> places =
                    members.listOf(person).stream().collect(Collectors.toMap(Member::group, Function.identity()));
            Map<GroupId, Unread> unread = cursors.listUnread(person, places.keySet()).stream()
                    .collect(Collectors.toMap(Unread::group, Function.identity()));
            return groups.listAll(places.keySet()).stream()
                    .sorted(Comparator.comparing(ServiceGroup::name)
                            .thenComparing(group -> group.id().toString()))
                    .map(group -> new MyGroup(
                            group,
                            Objects.requireNonNull(places.get(group.id())),
                            unread.getOrDefault(group.id(), new Unread(group.id(), 0, 0))))
                    .toList();
        });
    }
}
