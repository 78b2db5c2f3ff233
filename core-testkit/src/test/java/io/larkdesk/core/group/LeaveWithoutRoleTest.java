package io.larkdesk.core.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.MembershipNotices;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.RecordingFeed;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeaveWithoutRoleTest {

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final Scene scene = new Scene(desk, new SeededRandomness(23));
    private final LeaveWithoutRole leave = new LeaveWithoutRole(
            desk.members(),
            new MoveMember(
                    desk.members(), new MembershipNotices(desk.transactions(), desk.messages(), new RecordingFeed())));

    private final Tenant provider = scene.provider("Alder Cloud");
    private final Person ada = scene.staff(provider, "Ada", StaffRole.ADMIN);
    private final Person sofia = scene.staff(provider, "Sofia", StaffRole.TAM);
    private final Tenant acme = scene.customer("Acme");
    private final ServiceGroup group = scene.group(acme);
    private final Ticket ticket = scene.ticket(group, scene.person(acme, "Ann"));
    private final TicketGroup closed = new TicketGroup(
            ticket.id(),
            group.id(),
            ticket.number(),
            ticket.title().text(),
            clock.instant(),
            Optional.of(clock.instant()));

    @Test
    void whoseRoleIsTakenIsOutOfClosedGroupsTooWhereNothingIsNotedOfIt() {
        scene.join(group, sofia);
        scene.join(closed, sofia);
        desk.groups().save(closed);

        leave.execute(sofia.id(), ada.id(), clock.instant());

        for (Group left : List.of(group, closed)) {
            Member member = desk.members().find(left.id(), sofia.id()).orElseThrow();
            assertThat(member.isIn()).isFalse();
            assertThat(member.removedBy()).contains(ada.id());
        }
        assertThat(said(group))
                .containsExactly(new Content.Notice(Content.Event.LEFT, sofia.id(), Optional.of(ada.id())));
        assertThat(said(closed)).isEmpty();
    }

    private List<Content> said(Group where) {
        return desk.messages().listAfter(where.id(), 0, 9).stream()
                .map(Message::content)
                .toList();
    }
}
