package io.larkdesk.core.invite;

import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.TicketGroup;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decides whom an invite lets in: the same when somebody looks at a link as when somebody joins by it. */
@Singleton
public final class Doorkeeper {

    private final Invites invites;
    private final Groups groups;
    private final Members members;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public Doorkeeper(Invites invites, Groups groups, Members members, People people) {
        this.invites = invites;
        this.groups = groups;
        this.members = members;
        this.people = people;
    }

    /** The answer of the one function that fits; {@code invite} is what the code was found to be. */
    <T> T ask(
            Optional<Invite> invite,
            PersonId person,
            Instant now,
            Function<? super Invite, ? extends T> admits,
            Function<? super Refusal, ? extends T> refuses) {
        if (invite.isEmpty()) {
            return refuses.apply(new Refusal.Unknown());
        }
        Optional<Refusal> refusal = refusal(invite.get(), person, now);
        return refusal.isPresent() ? refuses.apply(refusal.get()) : admits.apply(invite.get());
    }

    private Optional<Refusal> refusal(Invite invite, PersonId person, Instant now) {
        if (!person.tenant().equals(invite.id().group().tenant())) {
            return Optional.of(new Refusal.OtherOrganisation());
        }
        Optional<Member> place = members.find(invite.id().group(), person);
        if (place.filter(Member::isIn).isPresent()) {
            return Optional.of(new Refusal.AlreadyIn(invite.id().group()));
        }
        Optional<TicketGroup> closed = findClosed(invite);
        if (closed.isPresent()) {
            return Optional.of(new Refusal.Closed(
                    closed.map(TicketGroup::openedFrom).filter(serviceGroup -> isIn(serviceGroup, person))));
        }
        if (invite.revocation().isPresent() || !isIn(invite.id().group(), invite.issuer())) {
            return Optional.of(new Refusal.Revoked(inviter(invite)));
        }
        if (invite.isExpiredAt(now)) {
            return Optional.of(new Refusal.Expired(inviter(invite), invite.expiresAt()));
        }
        if (place.filter(member -> member.isRemovedSince(invite.issuedAt())).isPresent()) {
            return Optional.of(new Refusal.RemovedSince(inviter(invite)));
        }
        return isUsedUp(invite, person) ? Optional.of(new Refusal.UsedUp(inviter(invite))) : Optional.empty();
    }

    private Optional<TicketGroup> findClosed(Invite invite) {
        return groups.find(invite.id().group())
                .filter(Group::isClosed)
                .flatMap(group -> group.<Optional<TicketGroup>>fold(service -> Optional.empty(), Optional::of));
    }

    private boolean isIn(GroupId group, PersonId person) {
        return members.find(group, person).filter(Member::isIn).isPresent();
    }

    /** Who joined by it once, and left, takes no second place. */
    private boolean isUsedUp(Invite invite, PersonId person) {
        List<Invite.Use> uses = invites.listUses(List.of(invite.id()));
        return invite.isUsedUpBy(uses.size())
                && uses.stream().noneMatch(use -> use.person().equals(person));
    }

    private Optional<Person> inviter(Invite invite) {
        return people.find(invite.issuer());
    }
}
