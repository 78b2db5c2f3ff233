package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.conversation.ReadConversation;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.RemoveMember;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.testkit.contract.Together;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Law 6: no use case shows or changes anything of a group that the caller is not in, be it another tenant's, one never
 * joined, or one that was left; nor of a ticket that
 * the caller has nothing to do with; nor changes anybody else's words.
 */
@Says("Law 6: no use case shows or changes anything of a group that the caller is not in, be it another "
        + "tenant's, one never joined, or one that was left; nor of a ticket that the caller has nothing to do "
        + "with; nor changes anybody else's words.")
public abstract class IsolationLaw extends Law {

    private static final int READERS = 2;
    private static final int POSTS = 20;
    private static final long NOTHING = 0;

    /** Made for subclasses. */
    protected IsolationLaw() {}

    @Property
    void whoeverIsNotInAGroupSeesAndChangesNothingOfIt(@ForAll("groupsAndIntruders") History history) {
        World world = world(Setting.USUAL);
        world.play(history);
    }

    @Property(tries = 5)
    void whoeverIsPutOutReadsAndIsRemindedOfNothingThatIsSaidAfter(@ForAll long seed) {
        World world = world(Setting.USUAL);
        int kept = new Random(seed).nextInt(POSTS);
        GroupId group = world.cast().group(Where.ACME);
        PersonId ann = world.cast().id(Who.ANN);

        List<Long> seen = Together.run(2 + READERS, worker -> switch (worker) {
            case 0 -> mentionOften(world, ann);
            case 1 -> putOutAfter(world, kept);
            default -> readUntilOut(world.desk().readConversation, group, ann);
        });

        long gone = leaving(world, group);
        assertThat(seen).allSatisfy(last -> assertThat(last).isLessThan(gone));
        assertThat(world.stores().mentions().listPending(ann, POSTS))
                .allSatisfy(mention -> assertThat(mention.message().seq()).isLessThan(gone));
    }

    @Property(tries = 1)
    void whoeverIsPutOutBetweenTwoLooksIsShownNothing() {
        World world = world(Setting.USUAL);
        InterruptedMessages messages = new InterruptedMessages(world.stores().messages());
        ReadConversation reading = new ReadConversation(
                world.stores().transactions(),
                world.stores().members(),
                messages,
                world.stores().readCursors());
        messages.interrupt(() -> {
            putOutAfter(world, 0);
            mentionOften(world, world.cast().id(Who.ANN));
        });

        assertThat(reading.since(world.cast().group(Where.ACME), world.cast().id(Who.ANN), Position.START))
                .isEmpty();
    }

    private static long mentionOften(World world, PersonId person) {
        for (int i = 0; i < POSTS; i++) {
            world.desk()
                    .postMessage
                    .execute(new PostMessage.Command(
                            world.cast().group(Where.ACME),
                            world.cast().id(Who.BOB),
                            new ClientId(new UUID(0, i)),
                            MessageBody.parse("<@" + person.value() + ">")));
        }
        return NOTHING;
    }

    /** Ann is put out when that much was said. */
    private static long putOutAfter(World world, int kept) {
        GroupId group = world.cast().group(Where.ACME);
        while (world.stores().messages().end(group).seq() < kept) {
            Thread.onSpinWait();
        }
        world.desk()
                .removeMember
                .execute(new RemoveMember.Command(
                        group, world.cast().id(Who.BOB), world.cast().id(Who.ANN)));
        return NOTHING;
    }

    /** The last place that the reader was shown. */
    private static long readUntilOut(ReadConversation reading, GroupId group, PersonId reader) {
        Position position = Position.START;
        Optional<ReadConversation.News> news = reading.since(group, reader, position);
        while (news.isPresent()) {
            position = news.get().next();
            news = reading.since(group, reader, position);
        }
        return position.seq();
    }

    private static long leaving(World world, GroupId group) {
        return world.stores().messages().listAfter(group, 0, Integer.MAX_VALUE).stream()
                .filter(message ->
                        message.content() instanceof Content.Notice notice && notice.event() == Content.Event.LEFT)
                .findFirst()
                .orElseThrow()
                .id()
                .seq();
    }

    @Provide
    Arbitrary<History> groupsAndIntruders() {
        return new HistoryArbitraries()
                .with(5, ConversationArbitraries.posts())
                .with(2, ConversationArbitraries.edits())
                .with(1, ConversationArbitraries.deletions())
                .with(2, ConversationArbitraries.reads())
                .with(3, ConversationArbitraries.leavings())
                .with(2, ConversationArbitraries.comings())
                .with(2, InviteArbitraries.issues())
                .with(1, InviteArbitraries.removals())
                .with(2, TicketArbitraries.openings())
                .with(1, TicketArbitraries.changes())
                .with(1, TicketArbitraries.duties())
                .with(1, TimeArbitraries.passesUntilDue())
                .with(1, NodeArbitraries.works())
                .with(6, ConversationArbitraries.intrusions())
                .upTo(30);
    }
}
