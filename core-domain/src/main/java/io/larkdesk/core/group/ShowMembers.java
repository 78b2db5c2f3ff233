package io.larkdesk.core.group;

import io.larkdesk.core.person.NameKeys;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.SearchWords;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows a member who is in the group, since when and through whom, and whom the member may remove. */
@Singleton
public final class ShowMembers {

    private final Transactions transactions;
    private final Groups groups;
    private final Members members;
    private final People people;
    private final Tenants tenants;
    private final NameKeys nameKeys;

    /** Takes its collaborators. */
    @Inject
    public ShowMembers(
            Transactions transactions,
            Groups groups,
            Members members,
            People people,
            Tenants tenants,
            NameKeys nameKeys) {
        this.transactions = transactions;
        this.groups = groups;
        this.members = members;
        this.people = people;
        this.tenants = tenants;
        this.nameKeys = nameKeys;
    }

    /**
     * Whom to show.
     *
     * @param group the group
     * @param asker to whom
     * @param wanted whom to find; those who find everybody show everybody
     */
    public record Command(GroupId group, PersonId asker, SearchWords wanted) {}

    /**
     * Somebody in the group.
     *
     * @param member the place in the group
     * @param person who
     * @param inviter whose invite brought the person, if one did
     * @param isRemovable whether the asker may remove the person
     */
    public record Present(Member member, Person person, Optional<Person> inviter, boolean isRemovable) {

        /** Refuses null. */
        public Present {
            Objects.requireNonNull(member, "member");
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(inviter, "inviter");
        }
    }

    /**
     * Who is in the group, or as many of them as were found.
     *
     * @param group the group
     * @param organisation the customer's name
     * @param provider the provider's name, once it is set up
     * @param present in order of joining
     */
    public record Shown(Group group, String organisation, Optional<String> provider, List<Present> present) {

        /** Copies the list. */
        public Shown {
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(organisation, "organisation");
            Objects.requireNonNull(provider, "provider");
            present = List.copyOf(present);
        }
    }

    /** Those in the group now who are found; empty if the asker is not in it, or there is no such group. */
    public Optional<Shown> execute(Command command) {
        return transactions.inTransaction(now -> {
            List<Member> all = members.list(command.group());
            return all.stream().anyMatch(member -> member.person().equals(command.asker()))
                    ? groups.find(command.group())
                            .map(group -> new Shown(
                                    group,
                                    tenants.get(group.id().tenant()).organisation(),
                                    tenants.findProvider().map(Tenant::organisation),
                                    found(all, command)))
                    : Optional.empty();
        });
    }

    private List<Present> found(List<Member> all, Command command) {
        Set<PersonId> named = new HashSet<>();
        all.forEach(member -> {
            named.add(member.person());
            member.invitedBy().ifPresent(named::add);
        });
        Map<PersonId, Person> known =
                people.listAll(named).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return all.stream()
                .filter(member -> known.containsKey(member.person()))
                .map(member -> present(member, known, command.asker()))
                .filter(present -> command.wanted().find(nameKeys.of(present.person())))
                .toList();
    }

    private static Present present(Member member, Map<PersonId, Person> known, PersonId asker) {
        return new Present(
                member,
                Objects.requireNonNull(known.get(member.person())),
                member.invitedBy().flatMap(inviter -> Optional.ofNullable(known.get(inviter))),
                !member.person().equals(asker) && member.side() == Side.of(asker, member.group()));
    }
}
