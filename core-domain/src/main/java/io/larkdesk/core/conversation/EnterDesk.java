package io.larkdesk.core.conversation;

import io.larkdesk.core.conversation.ListMyGroups.MyGroup;
import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Decides which group somebody sees who comes to the desk without naming one. */
@Singleton
public final class EnterDesk {

    private final Transactions transactions;
    private final ListMyGroups listMyGroups;
    private final Presences presences;
    private final Groups groups;
    private final FindTam findTam;
    private final People people;
    private final Tenants tenants;

    /** Takes its collaborators. */
    @Inject
    public EnterDesk(
            Transactions transactions,
            ListMyGroups listMyGroups,
            Presences presences,
            Groups groups,
            FindTam findTam,
            People people,
            Tenants tenants) {
        this.transactions = transactions;
        this.listMyGroups = listMyGroups;
        this.presences = presences;
        this.groups = groups;
        this.findTam = findTam;
        this.people = people;
        this.tenants = tenants;
    }

    /** Where the person is led. */
    public sealed interface Result {}

    /**
     * Into a group: one that mentions the person in something unread, else one with anything unread, else the one looked at last, else
     * the one joined last.
     *
     * @param group which
     */
    public record Home(GroupId group) implements Result {}

    /**
     * Nowhere, because the person is in no group.
     *
     * @param why what is missing
     * @param tam who can help: the organisation's TAM, or any while it has no service group; empty for staff, and if nobody is a TAM
     * @param provider the provider's name, once it is set up
     */
    public record NoGroup(Why why, Optional<Person> tam, Optional<String> provider) implements Result {

        /** Refuses null. */
        public NoGroup {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(tam, "tam");
            Objects.requireNonNull(provider, "provider");
        }
    }

    /** What is missing. */
    public enum Why {
        /** The organisation has no service group: a fault, because one is bound when it comes into service. */
        NOT_BOUND,
        /** The organisation has a service group, but the person is not in it. */
        NOT_A_MEMBER,
        /** The person belongs to the service team, and serves no group. */
        NOTHING_TO_SERVE
    }

    /** Leads {@code person}. */
    public Result execute(PersonId person) {
        return transactions.inTransaction(now -> {
            List<MyGroup> mine = listMyGroups.execute(person);
            return mine.isEmpty() ? noGroup(person) : new Home(choose(person, mine));
        });
    }

    private GroupId choose(PersonId person, List<MyGroup> mine) {
        List<GroupId> ids = mine.stream().map(my -> my.group().id()).toList();
        Optional<GroupId> last = mine.size() == 1 ? Optional.empty() : presences.findLast(person, ids);
        return mine.stream()
                .max(Comparator.comparing((MyGroup my) -> my.unread().mentions() > 0)
                        .thenComparing(my -> my.unread().messages() > 0)
                        .thenComparing(my -> last.equals(Optional.of(my.group().id())))
                        .thenComparing(my -> my.member().joinedAt()))
                .map(my -> my.group().id())
                .orElseThrow();
    }

    private NoGroup noGroup(PersonId person) {
        Optional<Tenant> provider = tenants.findProvider();
        Optional<String> name = provider.map(Tenant::organisation);
        if (provider.map(Tenant::id).equals(Optional.of(person.tenant()))) {
            return new NoGroup(Why.NOTHING_TO_SERVE, Optional.empty(), name);
        }
        Optional<ServiceGroup> group = groups.findServiceGroupOf(person.tenant());
        return new NoGroup(
                group.isEmpty() ? Why.NOT_BOUND : Why.NOT_A_MEMBER,
                group.flatMap(bound -> findTam.execute(bound.id())).or(this::anyTam),
                name);
    }

    private Optional<Person> anyTam() {
        return people.listStaff().stream()
                .filter(person -> person.is(StaffRole.TAM))
                .min(Comparator.comparing((Person person) -> person.name().value())
                        .thenComparing(Person::id));
    }
}
