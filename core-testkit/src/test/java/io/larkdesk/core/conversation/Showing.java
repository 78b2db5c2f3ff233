package io.larkdesk.core.conversation;

import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.group.ListMembers;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A customer's group with a TAM, an engineer and two customers in it, and the use cases that show it. */
final class Showing {

    final ManualClock clock = new ManualClock();
    final InMemoryDesk desk = new InMemoryDesk(clock);
    final Scene scene = new Scene(desk, new SeededRandomness(7));

    final Tenant provider = scene.provider("Alder Cloud");
    final Tenant acme = scene.customer("Acme");
    final ServiceGroup group = scene.group(acme);
    final Person erin = scene.staff(provider, "Erin Engineer", StaffRole.ENGINEER);
    final Person tom = scene.staff(provider, "Tom Tam", StaffRole.TAM);
    final Person zoe = scene.person(acme, "Zoe");
    final Person ann = scene.person(acme, "Ann");
    final Person stranger = scene.person(scene.customer("Other"), "Stranger");

    final ReadConversation read =
            new ReadConversation(desk.transactions(), desk.members(), desk.messages(), desk.readCursors());
    final NamePeople namePeople = new NamePeople(desk.transactions(), desk.people(), desk.tenants());
    final ListMembers listMembers = new ListMembers(desk.transactions(), desk.members(), desk.people());
    final ListMyGroups listMyGroups =
            new ListMyGroups(desk.transactions(), desk.members(), desk.groups(), desk.readCursors());
    final OpenGroup openGroup = new OpenGroup(
            desk.transactions(),
            read,
            listMyGroups,
            new ListReaders(desk.transactions(), desk.members(), desk.readCursors()),
            namePeople,
            desk.tenants());
    final EnterDesk enterDesk = new EnterDesk(
            desk.transactions(),
            listMyGroups,
            desk.presences(),
            desk.groups(),
            new FindTam(desk.members(), desk.people()),
            desk.people(),
            desk.tenants());
    final FollowConversation follow = new FollowConversation(
            desk.transactions(), desk.messages(), desk.readCursors(), desk.members(), namePeople);

    Showing() {
        for (Person person : List.of(erin, tom, zoe, ann)) {
            scene.join(group, person);
            clock.advance(Duration.ofMinutes(1));
        }
    }

    Message say(Person author, String text) {
        return scene.say(group, author, text);
    }

    void say(Person author, int count) {
        for (int i = 0; i < count; i++) {
            say(author, "message");
        }
    }

    Message edit(Message message, Person author, String text) {
        return desk.messages()
                .replace(
                        message.id(),
                        new Content.Words(
                                author.id(),
                                message.words().orElseThrow().clientId(),
                                MessageBody.parse(text),
                                Optional.of(clock.instant())));
    }

    void readUpTo(Person reader, long seq) {
        desk.readCursors().advance(group.id(), reader.id(), seq);
    }

    void leave(Person person) {
        scene.leave(desk.members().find(group.id(), person.id()).orElseThrow());
    }
}
