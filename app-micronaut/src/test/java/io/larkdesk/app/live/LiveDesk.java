package io.larkdesk.app.live;

import io.larkdesk.app.live.OpenPage.Follower;
import io.larkdesk.core.attachment.AttachFiles;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.ConversationFeed;
import io.larkdesk.core.conversation.EditMessage;
import io.larkdesk.core.conversation.MarkRead;
import io.larkdesk.core.conversation.MembershipNotices;
import io.larkdesk.core.conversation.MentionedMembers;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.LeaveGroup;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.MoveMember;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.Session;
import io.larkdesk.core.person.SessionKey;
import io.larkdesk.core.person.SessionToken;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.ticket.KeepTimeline;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketHost;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A desk in memory with two nodes, and the use cases that change conversations. */
final class LiveDesk {

    final ManualClock clock = new ManualClock();
    final InMemoryDesk desk = new InMemoryDesk(clock);
    final SeededRandomness randomness = new SeededRandomness(3);
    final Scene scene = new Scene(desk, randomness);
    final List<Node> nodes = List.of(new Node(desk), new Node(desk));
    private final PostMessage postMessage;
    private final EditMessage editMessage;
    private final MarkRead markRead;
    private final LeaveGroup leaveGroup;
    private final MembershipNotices notices;
    private boolean hinting = true;

    LiveDesk() {
        ConversationFeed feed = new Hints();
        MentionedMembers mentioned = new MentionedMembers(desk.members(), (message, persons, now) -> {});
        AttachFiles attachFiles = new AttachFiles(desk.transactions(), desk.attachments());
        TicketHost host = new TicketHost(desk.tickets(), new KeepTimeline(desk.transactions(), desk.timelines()));
        postMessage = new PostMessage(
                desk.transactions(), desk.members(), desk.messages(), attachFiles, mentioned, host, feed);
        editMessage = new EditMessage(
                desk.transactions(), desk.members(), desk.messages(), attachFiles, mentioned, host, feed);
        markRead = new MarkRead(desk.transactions(), desk.members(), desk.readCursors(), desk.presences(), feed);
        notices = new MembershipNotices(desk.transactions(), desk.messages(), feed);
        leaveGroup = new LeaveGroup(
                desk.transactions(),
                desk.members(),
                new MoveMember(desk.members(), notices),
                Records.memberships(desk));
    }

    /** Tells both nodes. */
    private final class Hints implements ConversationFeed {

        @Override
        public void changed(GroupId group) {
            hint(node -> node.live.changed(group));
        }

        @Override
        public void groupsChanged(PersonId person) {
            hint(node -> node.live.groupsChanged(person));
        }

        @Override
        public void noted(GroupId ticket) {
            hint(node -> node.live.noted(ticket));
        }

        private void hint(Consumer<Node> telling) {
            if (hinting) {
                nodes.forEach(telling);
            }
        }
    }

    /** What happens from now on is hinted to the nodes, or is not. */
    void hinting(boolean on) {
        hinting = on;
    }

    /** The app through which {@code person} comes. */
    private AppId app(Person person) {
        return desk.tenants().get(person.id().tenant()).appId();
    }

    Message post(ServiceGroup group, Person author, String text) {
        PostMessage.Result result = postMessage.execute(new PostMessage.Command(
                group.id(), author.id(), new ClientId(randomness.uuid()), MessageBody.parse(text)));
        return ((PostMessage.Posted) result).message();
    }

    void edit(MessageId message, Person author, Optional<String> text) {
        editMessage.execute(new EditMessage.Command(message, author.id(), text.map(MessageBody::parse)));
    }

    void read(ServiceGroup group, Person reader, long upTo) {
        markRead.execute(new MarkRead.Command(group.id(), reader.id(), upTo, false));
    }

    void join(ServiceGroup group, Person person) {
        desk.transactions().inTransaction(now -> {
            Member member = new Member(group.id(), person.id(), now, Optional.empty());
            desk.members().save(member);
            notices.joined(member);
            return member;
        });
    }

    void leave(ServiceGroup group, Person person) {
        leaveGroup.execute(group.id(), person.id());
    }

    boolean isIn(ServiceGroup group, Person person) {
        return !desk.members().listIn(group.id(), Set.of(person.id())).isEmpty();
    }

    /** What a browser of {@code person} follows, that is in {@code group} and opens a session for it. */
    Follower follower(ServiceGroup group, Person person, Optional<Position> position) {
        return new Follower(
                person.id(), signIn(person), person.language(), app(person), Optional.of(group.id()), false, position);
    }

    /** What a browser of {@code person} follows that shows the tickets of {@code group}. */
    Follower ofTickets(ServiceGroup group, Person person) {
        return new Follower(
                person.id(),
                signIn(person),
                person.language(),
                app(person),
                Optional.of(group.id()),
                true,
                Optional.empty());
    }

    /** {@code starter} declares an Emergency of {@code ticket}; nothing hints at it. */
    Emergency emergency(Ticket ticket, Person starter) {
        Instant now = clock.instant();
        Emergency emergency = new Emergency(
                new EmergencyId(ticket.id(), randomness.uuid()),
                new Emergency.Declaration(
                        starter.id(), now, Emergency.Reason.DATA_LOSS, "", new ClientId(randomness.uuid())),
                EscalationPolicy.standard(EscalationPolicy.ACKNOWLEDGE_WITHIN, Optional.empty()),
                1,
                0,
                new Emergency.Paging(0, new Emergency.Timer(now, false)),
                Optional.empty());
        desk.emergencies().add(emergency, now);
        return emergency;
    }

    /** What a page of the console follows, that {@code person} has open. */
    Follower ofConsole(Person person) {
        return new Follower(
                person.id(), signIn(person), person.language(), app(person), Optional.empty(), false, Optional.empty());
    }

    SessionKey signIn(Person person) {
        SessionKey key = SessionToken.issue(randomness).key();
        Instant now = clock.instant();
        desk.sessions().save(new Session(key, person.id(), now, now, now.plus(Session.LASTS)));
        return key;
    }

    Person speaking(Person person, Language language) {
        Person changed = person.speaking(language);
        desk.people().save(changed);
        return changed;
    }

    Position end(ServiceGroup group) {
        return desk.messages().end(group.id());
    }

    void run() {
        nodes.forEach(Node::run);
    }
}
