package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.reminder.ReminderPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** In a person's quiet time no reminder sets out; afterwards one tells of all that is still unread. Laws 1 and 2 hold as ever. */
@Says("In a person's quiet time no reminder sets out; afterwards one tells of all that is still unread.")
public abstract class QuietTimeLaw extends Law {

    private static final Duration PAUSE = Duration.ofMinutes(20);

    /** Made for subclasses. */
    protected QuietTimeLaw() {}

    @Property
    void noReminderSetsOutInTheQuietTimeOfItsRecipient(@ForAll("wishes") History history) {
        World world = world(Setting.USUAL);
        new QuietTimeWatch(world);
        new FatigueWatch(world);
        new DecisionWatch(world);
        world.play(history);
        world.drain();
    }

    @Provide
    Arbitrary<History> wishes() {
        return new HistoryArbitraries()
                .with(6, ConversationArbitraries.mentions())
                .with(2, ConversationArbitraries.reads())
                .with(3, QuietArbitraries.pauses())
                .with(1, QuietArbitraries.endsOfPauses())
                .with(3, QuietArbitraries.dailies())
                .with(8, TimeArbitraries.passesUntilDue())
                .with(3, TimeArbitraries.passes())
                .with(5, NodeArbitraries.works())
                .with(3, NodeArbitraries.claims())
                .with(3, NodeArbitraries.sends())
                .with(3, NodeArbitraries.settlements())
                .with(1, NodeArbitraries.crashes())
                .upTo(60);
    }

    @Example
    void aMillisecondBeforeItsEndNothingIsSent() {
        assertThat(arrivalsAfter(PAUSE.minusMillis(1))).isZero();
    }

    @Example
    void atItsEndOneReminderTellsOfAll() {
        assertThat(arrivalsAfter(PAUSE)).isEqualTo(1);
    }

    @Example
    void whoEndsThePauseIsRemindedAtOnce() {
        World world = paused();
        world.people().pause(Who.BOB, Optional.empty());
        world.node(1).work(Fate.ARRIVES);

        assertThat(world.lark().arrivals()).hasSize(1);
    }

    private int arrivalsAfter(Duration time) {
        World world = paused();
        world.pass(time.minus(ReminderPolicy.DEFAULT.grace()));
        world.node(1).work(Fate.ARRIVES);
        return world.lark().arrivals().size();
    }

    /** Bob has begun a pause, was mentioned twice since, and the grace is over. */
    private World paused() {
        World world = world(Setting.USUAL);
        world.people().pause(Who.BOB, Optional.of(PAUSE));
        world.people().post(Who.ANN, Where.ACME, Set.of(Who.BOB));
        world.people().post(Who.ANN, Where.ACME, Set.of(Who.BOB));
        world.pass(ReminderPolicy.DEFAULT.grace());
        world.node(1).work(Fate.ARRIVES);
        assertThat(world.lark().arrivals()).isEmpty();
        return world;
    }
}
