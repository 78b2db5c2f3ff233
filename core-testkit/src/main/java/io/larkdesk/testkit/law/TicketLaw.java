package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.ticket.ChangeTicket;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.testkit.contract.Together;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The life of tickets: each goes only from state to state as it may, moved only by those who may move it and have seen it as it is; what people
 * say moves it where it must; resolved ones close by themselves, and closed ones open again, in their time. Everything is on the Timeline, whose
 * entries hold together, and what is counted is what there is.
 */
@Says("The life of tickets: each goes only from state to state as it may, moved only by those who may move "
        + "it and have seen it as it is; what people say moves it where it must; resolved ones close by "
        + "themselves, and closed ones open again, in their time.")
public abstract class TicketLaw extends Law {

    private static final int THREADS = 6;

    /** Made for subclasses. */
    protected TicketLaw() {}

    @Property
    void ticketsGoTheirWay(@ForAll("lives") History history) {
        World world = world(Setting.USUAL);
        world.play(history);
        world.orSay(world.counter()::requireRight);
    }

    /** Of those who have seen the same version, one is first. */
    @Property(tries = 5, generation = GenerationMode.RANDOMIZED)
    void ofManyWhoChangeWhatTheySeeOneDoesAndTheOthersAreTold(@ForAll Severity severity) {
        World world = world(Setting.USUAL);
        world.play(new History(List.of(new TicketSteps.Open(Hand.ANN, Where.ACME, severity))));
        Case opened = world.counter().newest(0).orElseThrow();
        ChangeTicket.Command command = new ChangeTicket.Command(
                opened.id(),
                world.counter().id(Hand.TAM),
                1,
                Wanted.RESOLVE.change(severity, world.counter().id(Hand.TAM)));
        List<Boolean> changed = Together.run(
                THREADS, worker -> world.desk().changeTicket.execute(command) instanceof ChangeTicket.Changed);
        assertThat(changed).containsOnlyOnce(true);
        assertThat(world.stores().tickets().find(opened.id()).orElseThrow().version())
                .isEqualTo(2);
        assertThat(world.stores().timelines().end(opened.id()).place()).isEqualTo(3);
    }

    @Provide
    Arbitrary<History> lives() {
        return new HistoryArbitraries()
                .with(3, TicketArbitraries.openings())
                .with(1, TicketArbitraries.openingsAgain())
                .with(12, TicketArbitraries.changes())
                .with(4, TicketArbitraries.workDone())
                .with(4, TicketArbitraries.comings())
                .with(1, TicketArbitraries.leavings())
                .with(4, TicketArbitraries.handings())
                .with(5, TicketArbitraries.words())
                .with(1, TicketArbitraries.duties())
                .with(6, TicketArbitraries.closings())
                .with(6, TicketArbitraries.passesUntilEdge())
                .with(1, TimeArbitraries.passes())
                .with(1, ConversationArbitraries.leavings())
                .with(1, ConversationArbitraries.comingsOfMembers())
                .upTo(50);
    }
}
