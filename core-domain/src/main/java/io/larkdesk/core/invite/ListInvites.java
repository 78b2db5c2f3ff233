package io.larkdesk.core.invite;

import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a member which links into the group there are, and who joined by each. None of them can be shown again. */
@Singleton
public final class ListInvites {

    private final Transactions transactions;
    private final Groups groups;
    private final Members members;
    private final People people;
    private final Tenants tenants;
    private final Invites invites;
    private final InvitePolicy policy;

    /** Takes its collaborators. */
    @Inject
    public ListInvites(
            Transactions transactions,
            Groups groups,
            Members members,
            People people,
            Tenants tenants,
            Invites invites,
            InvitePolicy policy) {
        this.transactions = transactions;
        this.groups = groups;
        this.members = members;
        this.people = people;
        this.tenants = tenants;
        this.invites = invites;
        this.policy = policy;
    }

    /**
     * A link that is neither expired nor revoked.
     *
     * @param invite what is known of it
     * @param issuer who made it
     * @param joined who joined by it, in order
     */
    public record Open(Invite invite, Optional<Person> issuer, List<Person> joined) {

        /** Copies the list. */
        public Open {
            Objects.requireNonNull(invite, "invite");
            Objects.requireNonNull(issuer, "issuer");
            joined = List.copyOf(joined);
        }

        /** Whether as many as may have joined by it. */
        public boolean isUsedUp() {
            return invite.isUsedUpBy(joined.size());
        }
    }

    /**
     * The links into a group.
     *
     * @param group the group
     * @param organisation whose people can join
     * @param app that organisation's Lark app, through which they come
     * @param open the last one first
     * @param policy how long a new one would last
     */
    public record Listed(Group group, String organisation, AppId app, List<Open> open, InvitePolicy policy) {

        /** Copies the list. */
        public Listed {
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(organisation, "organisation");
            Objects.requireNonNull(app, "app");
            open = List.copyOf(open);
            Objects.requireNonNull(policy, "policy");
        }
    }

    /** The group's links; empty if {@code asker} is not in the group, or there is none. */
    public Optional<Listed> execute(GroupId group, PersonId asker) {
        return transactions.inTransaction(now -> members.find(group, asker)
                .filter(Member::isIn)
                .flatMap(member -> groups.find(group))
                .map(found -> list(found, tenants.get(group.tenant()), now)));
    }

    private Listed list(Group group, Tenant tenant, Instant now) {
        List<Open> open = describe(invites.listOpen(group.id(), now));
        return new Listed(group, tenant.organisation(), tenant.appId(), open, policy);
    }

    private List<Open> describe(List<Invite> open) {
        List<Invite.Use> uses = invites.listUses(open.stream().map(Invite::id).toList());
        Set<PersonId> named = Stream.concat(
                        open.stream().map(Invite::issuer), uses.stream().map(Invite.Use::person))
                .collect(Collectors.toSet());
        Map<PersonId, Person> known =
                people.listAll(named).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return open.stream()
                .map(invite -> new Open(
                        invite,
                        Optional.ofNullable(known.get(invite.issuer())),
                        uses.stream()
                                .filter(use -> use.invite().equals(invite.id()))
                                .flatMap(use -> Stream.ofNullable(known.get(use.person())))
                                .toList()))
                .toList();
    }
}
