package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.EditMessage;
import io.larkdesk.core.conversation.MarkRead;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.conversation.Unread;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.ClaimReminders;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.ReminderChannel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The core's use cases, from one end to the other. */
class DeskIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JdbiPersistence persistence = DATABASE.persistence();
    private final TestDesk desk = new TestDesk(persistence);
    private final TestDesk.Group group = desk.newGroup(3);
    private final PersonId ann = group.members().get(0);
    private final PersonId bob = group.members().get(1);

    private List<ClaimReminders.Claim> claims() {
        return desk.claimReminders.execute(100).stream()
                .filter(claim -> group.members().contains(claim.permit().person()))
                .toList();
    }

    @Test
    void mentionIsRemindedOfOnceAndTheDecisionIsKept() {
        Message message = desk.say(group.id(), ann, "Look at this " + TestDesk.mention(bob));

        List<ClaimReminders.Claim> claims = claims();
        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.permit().person()).isEqualTo(bob);
            assertThat(claim.reminder().items()).singleElement().satisfies(item -> assertThat(item.excerpt())
                    .isEqualTo("Look at this @Somebody"));
        });
        assertThat(claims()).isEmpty();

        assertThat(desk.settleReminder.execute(claims.get(0).permit(), new ReminderChannel.Delivered("om_1")))
                .isTrue();
        assertThat(persistence.mentions().findDecision(message.id(), bob))
                .get()
                .isInstanceOfSatisfying(Decision.Reminded.class, decision -> assertThat(decision.confirmed())
                        .isTrue());
        desk.say(group.id(), ann, "And this " + TestDesk.mention(bob));
        assertThat(claims()).isEmpty();
        assertThat(persistence.permits().findEarliestDue()).isPresent();
    }

    @Test
    void mentionReadInTimeCostsNoCall() {
        Message message = desk.say(group.id(), ann, TestDesk.mention(bob));
        assertThat(desk.markRead.execute(
                        new MarkRead.Command(group.id(), bob, message.id().seq(), false)))
                .isTrue();

        assertThat(claims()).isEmpty();
        assertThat(persistence.mentions().findDecision(message.id(), bob))
                .get()
                .isInstanceOfSatisfying(Decision.NotReminded.class, decision -> assertThat(decision.reason())
                        .isEqualTo(Decision.Reason.READ_IN_TIME));
    }

    @Test
    void sameClientIdPostsOnce() {
        PostMessage.Command command =
                new PostMessage.Command(group.id(), ann, new ClientId(UUID.randomUUID()), MessageBody.parse("once"));
        PostMessage.Result first = desk.postMessage.execute(command);

        assertThat(desk.postMessage.execute(command)).isEqualTo(first);
        assertThat(persistence.messages().end(group.id()).seq()).isEqualTo(4);
    }

    @Test
    void unreadAreOtherPeoplesWordsOnly() {
        desk.say(group.id(), ann, "one");
        desk.say(group.id(), ann, "two " + TestDesk.mention(bob));

        assertThat(persistence.readCursors().listUnread(bob, List.of(group.id())))
                .containsExactly(new Unread(group.id(), 2, 1));
        assertThat(persistence.readCursors().listUnread(ann, List.of(group.id())))
                .isEmpty();
    }

    @Test
    void wordsTakenBackLeaveTheirPlace() {
        Message message = desk.say(group.id(), ann, "never said " + TestDesk.mention(bob));
        Message deleted = desk.editMessage
                .execute(new EditMessage.Command(message.id(), ann, Optional.empty()))
                .message()
                .orElseThrow();

        assertThat(deleted.content()).isInstanceOf(Content.Deleted.class);
        assertThat(deleted.revision()).isEqualTo(message.revision() + 1);
        assertThat(persistence.messages().find(message.id())).contains(deleted);
        assertThat(desk.readConversation
                        .since(group.id(), bob, new Position(4, 4))
                        .orElseThrow()
                        .changes())
                .containsExactly(deleted);
        assertThat(claims()).isEmpty();
    }
}
