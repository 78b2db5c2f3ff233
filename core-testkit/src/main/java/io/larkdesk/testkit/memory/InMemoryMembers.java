package io.larkdesk.testkit.memory;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Members, past ones too. */
final class InMemoryMembers implements Members {

    private final InMemoryTransactions transactions;
    private final InMemoryGroups groups;
    private final Table<Place, Member> members;

    InMemoryMembers(InMemoryTransactions transactions, InMemoryGroups groups) {
        this.transactions = transactions;
        this.groups = groups;
        this.members = new Table<>(transactions);
    }

    @Override
    public Optional<Member> find(GroupId group, PersonId person) {
        return members.find(new Place(group, person));
    }

    @Override
    public List<Member> listIn(GroupId group, Collection<PersonId> persons) {
        return present(member -> member.group().equals(group) && persons.contains(member.person()))
                .toList();
    }

    @Override
    public List<Member> list(GroupId group) {
        return present(member -> member.group().equals(group))
                .sorted(Comparator.comparing(Member::joinedAt))
                .toList();
    }

    @Override
    public List<Member> listOf(PersonId person) {
        return transactions.atOnce(
                () -> present(member -> member.person().equals(person) && groups.isOpen(member.group()))
                        .toList());
    }

    @Override
    public void leaveClosed(PersonId person, PersonId remover, Instant now) {
        transactions.inTransaction(ignored -> {
            present(member -> member.person().equals(person) && !groups.isOpen(member.group()))
                    .forEach(member -> save(new Member(
                            member.group(),
                            person,
                            member.joinedAt(),
                            member.invitedBy(),
                            Optional.of(now),
                            Optional.of(remover))));
            return person;
        });
    }

    @Override
    public List<Member> listOf(PersonId person, Collection<GroupId> groups) {
        return present(member -> member.person().equals(person) && groups.contains(member.group()))
                .toList();
    }

    @Override
    public List<GroupId> listServiceGroupsWithout(PersonId person) {
        return transactions.atOnce(() -> groups.listServiceGroups().stream()
                .filter(group -> find(group, person).isEmpty())
                .toList());
    }

    /** Also those who have left. */
    Stream<Member> all(GroupId group) {
        return members.list().stream().filter(member -> member.group().equals(group));
    }

    private Stream<Member> present(Predicate<Member> condition) {
        return members.list().stream().filter(Member::isIn).filter(condition);
    }

    @Override
    public boolean move(Member member) {
        return transactions.inTransaction(now -> {
            Place place = new Place(member.group(), member.person());
            members.hold(place);
            boolean isIn = members.find(place).filter(Member::isIn).isPresent();
            if (isIn == member.isIn()) {
                return false;
            }
            members.put(place, member);
            return true;
        });
    }

    @Override
    public void save(Member member) {
        transactions.inTransaction(now -> {
            members.put(new Place(member.group(), member.person()), member);
            return member;
        });
    }
}
