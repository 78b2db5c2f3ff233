package io.larkdesk.testkit.law;

import io.larkdesk.core.attachment.FileName;
import io.larkdesk.core.attachment.UploadAttachment;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.EditMessage;
import io.larkdesk.core.conversation.MarkRead;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.conversation.ReadCursor;
import io.larkdesk.core.escalation.AcknowledgeEmergency;
import io.larkdesk.core.escalation.CommandResult;
import io.larkdesk.core.escalation.ConfirmEmergency;
import io.larkdesk.core.escalation.DeclareEmergency;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.EndEmergency;
import io.larkdesk.core.escalation.HandOverEmergency;
import io.larkdesk.core.escalation.SendReminder;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.RemoveMember;
import io.larkdesk.core.group.ShowMembers;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.invite.Invite;
import io.larkdesk.core.invite.IssueInvite;
import io.larkdesk.core.invite.RevokeInvite;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.SearchWords;
import io.larkdesk.core.ticket.ChangeTicket;
import io.larkdesk.core.ticket.CreateTicket;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketQuery;
import io.larkdesk.core.ticket.Title;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Somebody who asks every use case for what is not theirs. */
final class Intruder {

    private final World world;
    private final Desk desk;
    private final Who who;
    private final Where where;
    private final GroupId group;
    private final PersonId person;

    Intruder(World world, Who who, Where where) {
        this.world = world;
        this.desk = world.desk();
        this.who = who;
        this.where = where;
        this.group = world.cast().group(where);
        this.person = world.cast().id(who);
    }

    /** All that can be seen of a group. */
    private record Sight(
            List<Message> messages,
            List<Member> members,
            Set<ReadCursor> cursors,
            Position end,
            Optional<Instant> due,
            List<Invite> invites) {}

    private Sight look() {
        return new Sight(
                world.stores().messages().listAfter(group, 0, Integer.MAX_VALUE),
                world.stores().members().list(group),
                Set.copyOf(world.stores().readCursors().list(group)),
                world.stores().messages().end(group),
                world.stores().permits().findEarliestDue(),
                world.stores().invites().listOpen(group, Instant.EPOCH));
    }

    /** Tries everything: to be kept from all of it if not in the group, and from other people's words if in it. */
    void tryEverything() {
        Sight before = look();
        if (!world.model().isIn(who, where)) {
            readEverything();
            changeEverything();
            tryLists();
        }
        tryTickets();
        tryEscalations();
        for (Member member : before.members()) {
            if (!world.model().isIn(who, where) || member.side() != Side.of(person, group)) {
                remove(member);
            }
        }
        for (Message message : before.messages()) {
            if (!message.isBy(person) || !world.model().isIn(who, where)) {
                editAndDelete(message);
            }
        }
        require(look().equals(before), "changed something");
    }

    private void readEverything() {
        require(desk.readConversation.open(group, person, Optional.empty()).isEmpty(), "opened it");
        require(desk.readConversation.before(group, person, Long.MAX_VALUE).isEmpty(), "read back in it");
        require(desk.readConversation.after(group, person, 0).isEmpty(), "read on in it");
        require(desk.readConversation.since(group, person, Position.START).isEmpty(), "got its news");
        require(desk.listReaders.execute(group, person).isEmpty(), "saw its readers");
        require(
                desk.showMembers
                        .execute(new ShowMembers.Command(group, person, SearchWords.ANY))
                        .isEmpty(),
                "saw its members");
        require(desk.listInvites.execute(group, person).isEmpty(), "saw its links");
        for (Said words : world.model().said()) {
            if (words.where() == where) {
                require(desk.explainMention.execute(words.id(), person).isEmpty(), "got a mention explained");
            }
        }
    }

    private void changeEverything() {
        PostMessage.Command command = new PostMessage.Command(
                group, person, new ClientId(world.randomness().uuid()), MessageBody.parse("let me in"));
        require(desk.postMessage.execute(command) instanceof PostMessage.NotAMember, "posted in it");
        requireNoFiles();
        for (long upTo : new long[] {0, 1, Long.MAX_VALUE}) {
            require(!desk.markRead.execute(new MarkRead.Command(group, person, upTo, true)), "marked it as read");
        }
        require(!desk.leaveGroup.execute(group, person), "left it");
        require(
                desk.issueInvite.execute(new IssueInvite.Command(group, person, Optional.empty()))
                        instanceof IssueInvite.NotAMember,
                "made a link into it");
        for (Invite invite : world.stores().invites().listOpen(group, Instant.EPOCH)) {
            require(
                    desk.revokeInvite
                            .execute(new RevokeInvite.Command(invite.id(), person))
                            .isEmpty(),
                    "revoked a link into it");
        }
    }

    /** Looks at every ticket that was opened from the group, and tries everything with those that the person has nothing to do with. */
    private void tryTickets() {
        for (Case opened : world.counter().cases()) {
            if (opened.where() == where && !world.counter().hasToDo(Hand.of(who), opened)) {
                tryTicket(world.stores().tickets().find(opened.id()).orElseThrow());
            }
        }
    }

    private void tryTicket(Ticket ticket) {
        GroupId id = ticket.id();
        require(desk.showTicket.execute(id, person).isEmpty(), "saw a ticket");
        require(desk.findTicket.execute(ticket.number(), person).isEmpty(), "found a ticket by its number");
        require(desk.showTimeline.execute(id, person, 0).isEmpty(), "saw a Timeline");
        require(desk.readConversation.open(id, person, Optional.empty()).isEmpty(), "read what is said of a ticket");
        for (Wanted wanted : Wanted.values()) {
            ChangeTicket.Command command =
                    new ChangeTicket.Command(id, person, ticket.version(), wanted.change(Severity.LOW, person));
            require(
                    desk.changeTicket.execute(command) instanceof ChangeTicket.NothingThere,
                    "changed a ticket: " + wanted);
        }
        PostMessage.Command command = new PostMessage.Command(
                id, person, new ClientId(world.randomness().uuid()), MessageBody.parse("let me in"));
        require(desk.postMessage.execute(command) instanceof PostMessage.NotAMember, "posted in a ticket's group");
        require(world.stores().tickets().find(id).equals(Optional.of(ticket)), "changed something about a ticket");
    }

    /** Somebody who has nothing to do with the siren's ticket of the group tries to escalate it, and to see how it stands. */
    private void tryEscalations() {
        Siren siren = world.siren();
        boolean mayHave = siren.isMember(who, where) || who == Who.TAM;
        if (mayHave) {
            return;
        }
        GroupId id = siren.ticket(where);
        EscalationDesk escalations = siren.desk();
        Optional<Emergency> before = world.stores().emergencies().findLast(id);
        ClientId clientId = new ClientId(world.randomness().uuid());
        require(escalations.showReminding.execute(id, person).isEmpty(), "saw a Reminder");
        require(
                escalations.sendReminder.execute(new SendReminder.Command(id, person, clientId))
                        instanceof SendReminder.NothingThere,
                "sent a Reminder");
        require(
                escalations.declare.execute(
                                new DeclareEmergency.Command(id, person, Emergency.Reason.DATA_LOSS, "", clientId))
                        instanceof DeclareEmergency.NothingThere,
                "declared an Emergency");
        require(escalations.showEmergency.ofTicket(id, person).isEmpty(), "saw an Emergency");
        require(escalations.sayWeAreBack.execute(id, person).isEmpty(), "said that all works again");
        require(escalations.listEmergencies.execute(person, Optional.empty()).isEmpty(), "saw all Emergencies");
        before.ifPresent(emergency -> {
            EmergencyId emergencyId = emergency.id();
            long seen = emergency.version();
            require(escalations.showEmergency.execute(emergencyId, person).isEmpty(), "saw an Emergency by its id");
            for (CommandResult result : List.of(
                    escalations.acknowledge.execute(new AcknowledgeEmergency.Command(emergencyId, person, seen)),
                    escalations.confirm.execute(new ConfirmEmergency.Command(emergencyId, person, seen)),
                    escalations.handOver.execute(new HandOverEmergency.Command(emergencyId, person, person, seen)),
                    escalations.end.execute(new EndEmergency.Command(emergencyId, person, "over", seen)))) {
                require(result instanceof CommandResult.NothingThere, "commanded an Emergency");
            }
        });
        require(world.stores().emergencies().findLast(id).equals(before), "changed an Emergency");
    }

    private void tryLists() {
        TicketQuery ofGroup = TicketQuery.of(new TicketQuery.OfGroup(group));
        require(desk.listTickets.execute(ofGroup, 5, person).isEmpty(), "saw a list of its tickets");
        require(desk.listProducts.execute(group, person).isEmpty(), "was asked for the product of a ticket");
        CreateTicket.Command command = new CreateTicket.Command(
                group,
                person,
                new ClientId(world.randomness().uuid()),
                Title.parse("let me in"),
                Description.NONE,
                Optional.empty(),
                Severity.CRITICAL);
        require(desk.createTicket.execute(command) instanceof CreateTicket.NotAMember, "opened a ticket");
        for (Hand hand : Hand.values()) {
            TicketQuery ofEngineer =
                    TicketQuery.of(new TicketQuery.OfEngineer(world.counter().id(hand)));
            require(
                    who == Who.TAM
                            || desk.listTickets.execute(ofEngineer, 5, person).isEmpty(),
                    "saw what the service team has to do");
        }
    }

    private void requireNoFiles() {
        UploadAttachment.Command command =
                new UploadAttachment.Command(group, person, FileName.NAMELESS, "", Optional.of(3L));
        require(
                desk.uploadAttachment.execute(command, (into, from, length) -> -1)
                        instanceof UploadAttachment.NotAMember,
                "uploaded a file into it");
    }

    private void remove(Member member) {
        RemoveMember.Result result =
                desk.removeMember.execute(new RemoveMember.Command(group, person, member.person()));
        require(
                !(result instanceof RemoveMember.Removed),
                "removed " + world.cast().who(member.person()));
    }

    private void editAndDelete(Message message) {
        for (Optional<MessageBody> body :
                List.of(Optional.of(MessageBody.parse("changed")), Optional.<MessageBody>empty())) {
            Optional<Message> answer = desk.editMessage
                    .execute(new EditMessage.Command(message.id(), person, body))
                    .message();
            require(answer.isEmpty(), "changed " + message);
        }
    }

    private void require(boolean kept, String deed) {
        LawBroken.unless(kept, who + ", who must not, " + deed + " (" + where + ")");
    }
}
