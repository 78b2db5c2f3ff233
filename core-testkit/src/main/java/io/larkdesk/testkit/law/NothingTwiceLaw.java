package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.MentionFacts;
import io.larkdesk.core.ticket.CreateTicket;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Title;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.contract.Together;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Law 10: what is tried again has one effect: a post with the same client id, a ticket, and a reminder, which keeps its id as Lark's uuid. */
@Says("Law 10: what is tried again has one effect: a post with the same client id, a ticket, and a "
        + "reminder, which keeps its id as Lark's uuid.")
public abstract class NothingTwiceLaw extends Law {

    private static final int THREADS = 6;

    /** Made for subclasses. */
    protected NothingTwiceLaw() {}

    @Property
    void whatIsTriedAgainHasOneEffect(@ForAll("stubbornTries") History history) {
        World world = world(Setting.USUAL);
        new IdentityWatch(world);
        world.play(history);
        world.drain();
    }

    @Property(tries = 10, generation = GenerationMode.RANDOMIZED)
    void aMessageThatManyPostAtOnceStandsOnce(@ForAll @IntRange(min = 1, max = 5) int messages) {
        World world = world(Setting.USUAL);
        List<PostMessage.Command> commands =
                IntStream.range(0, messages).mapToObj(i -> command(world, i)).toList();

        List<List<MessageId>> answers = Together.run(
                THREADS,
                worker -> commands.stream().map(command -> post(world, command)).toList());

        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(world.stores().messages().listAfter(world.cast().group(Where.ACME), 0, 100))
                .hasSize(messages);
        assertThat(world.stores().mentions().listPending(world.cast().id(Who.BOB), 100))
                .extracting(MentionFacts::message)
                .containsExactlyInAnyOrderElementsOf(answers.get(0));
    }

    private static PostMessage.Command command(World world, int number) {
        return new PostMessage.Command(
                world.cast().group(Where.ACME),
                world.cast().id(Who.ANN),
                new ClientId(world.randomness().uuid()),
                MessageBody.parse(number + " " + Scene.at(world.cast().person(Who.BOB))));
    }

    private static MessageId post(World world, PostMessage.Command command) {
        PostMessage.Result result = world.desk().postMessage.execute(command);
        return ((PostMessage.Posted) result).message().id();
    }

    @Property(tries = 10, generation = GenerationMode.RANDOMIZED)
    void aTicketThatManyOpenAtOnceIsOpenedOnce(@ForAll @IntRange(min = 1, max = 4) int tickets) {
        World world = world(Setting.USUAL);
        List<CreateTicket.Command> commands = IntStream.range(0, tickets)
                .mapToObj(number -> new CreateTicket.Command(
                        world.cast().group(Where.ACME),
                        world.cast().id(Who.ANN),
                        new ClientId(world.randomness().uuid()),
                        Title.parse("Number " + number),
                        Description.NONE,
                        Optional.empty(),
                        Severity.NORMAL))
                .toList();
        List<List<GroupId>> answers = Together.run(
                THREADS,
                worker -> commands.stream().map(command -> open(world, command)).toList());
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(answers.get(0)).doesNotHaveDuplicates();
        assertThat(world.stores().messages().listAfter(world.cast().group(Where.ACME), 0, 100))
                .hasSize(tickets);
        List<MentionFacts> told =
                world.stores().mentions().listPending(world.cast().id(Who.TAM), 100);
        assertThat(told)
                .extracting(facts -> facts.message().group())
                .containsExactlyInAnyOrderElementsOf(answers.get(0));
        world.pass(Duration.ofMinutes(1));
        world.node(1).work(Fate.ARRIVES);
        assertThat(told)
                .allSatisfy(facts -> assertThat(world.stores().mentions().findDecision(facts.message(), facts.person()))
                        .containsInstanceOf(Decision.Reminded.class));
    }

    private static GroupId open(World world, CreateTicket.Command command) {
        CreateTicket.Result result = world.desk().createTicket.execute(command);
        return ((CreateTicket.Created) result).ticket().id();
    }

    @Provide
    Arbitrary<History> stubbornTries() {
        return new HistoryArbitraries()
                .with(5, ConversationArbitraries.mentions())
                .with(2, ConversationArbitraries.posts())
                .with(5, ConversationArbitraries.postsAgain())
                .with(2, ConversationArbitraries.edits())
                .with(1, ConversationArbitraries.deletions())
                .with(1, ConversationArbitraries.reads())
                .with(1, ConversationArbitraries.leavings())
                .with(1, ConversationArbitraries.comings())
                .with(8, TimeArbitraries.passesUntilDue())
                .with(4, TimeArbitraries.passes())
                .with(6, NodeArbitraries.works())
                .with(3, NodeArbitraries.claims())
                .with(4, NodeArbitraries.sends())
                .with(3, NodeArbitraries.settlements())
                .with(3, AgainArbitraries.presses())
                .with(1, NodeArbitraries.crashes())
                .upTo(60);
    }
}
