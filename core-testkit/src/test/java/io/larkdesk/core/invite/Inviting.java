package io.larkdesk.core.invite;

import io.larkdesk.core.conversation.MembershipNotices;
import io.larkdesk.core.group.AdmitMember;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.MoveMember;
import io.larkdesk.core.group.RemoveMember;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.TicketGroup;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.RecordingFeed;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.util.Optional;
import java.util.UUID;

/** A customer's group with Ann and the TAM in it, her colleague Dan who is not, and all that is done with links. */
final class Inviting {

    final ManualClock clock = new ManualClock();
    final InMemoryDesk desk = new InMemoryDesk(clock);
    final Scene scene = new Scene(desk, new SeededRandomness(5));
    final RecordingFeed feed = new RecordingFeed();

    final Tenant provider = scene.provider("Alder Cloud");
    final Tenant acme = scene.customer("Acme");
    final ServiceGroup group = scene.group(acme);
    final Person tom = scene.staff(provider, "Tom Tam", StaffRole.TAM);
    final Person ann = scene.person(acme, "Ann");
    final Person dan = scene.person(acme, "Dan");
    final Person stranger = scene.person(scene.customer("Other"), "Stranger");

    private final MoveMember moveMember =
            new MoveMember(desk.members(), new MembershipNotices(desk.transactions(), desk.messages(), feed));
    private final Doorkeeper doorkeeper = new Doorkeeper(desk.invites(), desk.groups(), desk.members(), desk.people());
    private final IssueInvite issueInvite;

    final RevokeInvite revokeInvite =
            new RevokeInvite(desk.transactions(), desk.members(), desk.invites(), Records.invites(desk));
    final ListInvites listInvites;
    final ShowInvite showInvite = new ShowInvite(
            desk.transactions(),
            desk.invites(),
            doorkeeper,
            desk.groups(),
            desk.members(),
            desk.people(),
            desk.tenants());
    final AcceptInvite acceptInvite = new AcceptInvite(
            desk.transactions(), desk.invites(), doorkeeper, new AdmitMember(desk.transactions(), moveMember));
    final RemoveMember removeMember =
            new RemoveMember(desk.transactions(), desk.members(), moveMember, Records.memberships(desk));

    Inviting(InvitePolicy policy) {
        issueInvite = new IssueInvite(
                desk.transactions(),
                desk.groups(),
                desk.members(),
                desk.invites(),
                policy,
                new SeededRandomness(6),
                Records.invites(desk));
        listInvites = new ListInvites(
                desk.transactions(),
                desk.groups(),
                desk.members(),
                desk.people(),
                desk.tenants(),
                desk.invites(),
                policy);
        scene.join(group, ann);
        scene.join(group, tom);
    }

    IssueInvite.Result ask(Person issuer, Optional<Integer> mostUses) {
        return issueInvite.execute(new IssueInvite.Command(group.id(), issuer.id(), mostUses));
    }

    /** The group of a ticket that Ann has opened. */
    TicketGroup ticketGroup() {
        TicketGroup ticket = new TicketGroup(
                new GroupId(acme.id(), new UUID(4, 4)),
                group.id(),
                new TicketNumber(1042),
                "It hangs",
                clock.instant(),
                Optional.empty());
        desk.groups().save(ticket);
        scene.join(ticket, ann);
        return ticket;
    }

    IssueInvite.Result ask(Person issuer, TicketGroup into) {
        return issueInvite.execute(new IssueInvite.Command(into.id(), issuer.id(), Optional.empty()));
    }

    IssueInvite.Issued issue(Person issuer, TicketGroup into) {
        return (IssueInvite.Issued) ask(issuer, into);
    }

    IssueInvite.Issued issue(Person issuer) {
        return (IssueInvite.Issued) ask(issuer, Optional.empty());
    }

    AcceptInvite.Result accept(IssueInvite.Issued issued, Person person) {
        return acceptInvite.execute(issued.code(), person.id());
    }

    void remove(Person remover, Person person) {
        removeMember.execute(new RemoveMember.Command(group.id(), remover.id(), person.id()));
    }
}
