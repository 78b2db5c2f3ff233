package io.larkdesk.core.invite;

import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Shows somebody where a link leads who has opened it. Nobody joins by looking. */
@Singleton
public final class ShowInvite {

    private final Transactions transactions;
    private final Invites invites;
    private final Doorkeeper doorkeeper;
    private final Groups groups;
    private final Members members;
    private final People people;
    private final Tenants tenants;

    /** Takes its collaborators. */
    @Inject
    public ShowInvite(
            Transactions transactions,
            Invites invites,
            Doorkeeper doorkeeper,
            Groups groups,
            Members members,
            People people,
            Tenants tenants) {
        this.transactions = transactions;
        this.invites = invites;
        this.doorkeeper = doorkeeper;
        this.groups = groups;
        this.members = members;
        this.people = people;
        this.tenants = tenants;
    }

    /** What somebody may be told. */
    public sealed interface Result {}

    /**
     * The person can join.
     *
     * @param group the group
     * @param inviter who made the link
     * @param provider the provider's name, once it is set up
     * @param colleagues how many of the organisation are in the group
     * @param serviceTeam how many of the service team are
     * @param expiresAt until when the link works
     */
    public record Open(
            Group group,
            Optional<Person> inviter,
            Optional<String> provider,
            int colleagues,
            int serviceTeam,
            Instant expiresAt)
            implements Result {

        /** Refuses null. */
        public Open {
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(inviter, "inviter");
            Objects.requireNonNull(provider, "provider");
            Objects.requireNonNull(expiresAt, "expiresAt");
        }
    }

    /**
     * The link leads nowhere for the person.
     *
     * @param refusal why
     */
    public record Refused(Refusal refusal) implements Result {

        /** Refuses null. */
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    /** What {@code person}, who is signed in, may be told of the link with {@code code}. */
    public Result execute(InviteCode code, PersonId person) {
        return transactions.inTransaction(
                now -> doorkeeper.<Result>ask(invites.findByKey(code.key()), person, now, this::show, Refused::new));
    }

    private Result show(Invite invite) {
        List<Member> present = members.list(invite.id().group());
        int serviceTeam = (int) present.stream()
                .filter(member -> member.side() == Side.SERVICE_TEAM)
                .count();
        return groups.find(invite.id().group())
                .<Result>map(group -> new Open(
                        group,
                        people.find(invite.issuer()),
                        tenants.findProvider().map(Tenant::organisation),
                        present.size() - serviceTeam,
                        serviceTeam,
                        invite.expiresAt()))
                .orElseGet(() -> new Refused(new Refusal.Unknown()));
    }
}
