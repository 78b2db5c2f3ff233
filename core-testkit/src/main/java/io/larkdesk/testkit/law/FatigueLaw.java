package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.reminder.ClaimReminders.Claim;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.testkit.contract.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Law 1: two reminders to one person arrive at least a window apart, whatever the number of nodes, their crashes, retries and clocks.
 */
@Says("Law 1: two reminders to one person arrive at least a window apart, whatever the number of nodes, "
        + "their crashes, retries and clocks.")
public abstract class FatigueLaw extends Law {

    private static final int THREADS = 6;
    private static final Duration WINDOW = ReminderPolicy.DEFAULT.window();

    /** Made for subclasses. */
    protected FatigueLaw() {}

    @Property
    void twoRemindersToOnePersonArriveAWindowApart(@ForAll("busyNodes") History history) {
        watch(history);
    }

    @Property
    void aDatabaseClockThatIsSetBringsThemNearerByNoMoreThanThat(@ForAll("busyNodesAndClocks") History history) {
        watch(history);
    }

    @Property(tries = 10)
    void ofManyNodesThatClaimAtOnceOneGetsEachReminder(@ForAll @IntRange(min = 1, max = 3) int most) {
        World world = world(Setting.USUAL);
        world.people().post(Who.TAM, Where.ACME, Set.of(Who.ANN, Who.BOB));
        world.people().post(Who.GIL, Where.GLOBEX, Set.of(Who.TAM));
        world.pass(ReminderPolicy.DEFAULT.grace());

        List<Claim> claims = Together.run(
                        THREADS, worker -> world.desk().claimReminders.execute(most))
                .stream()
                .flatMap(List::stream)
                .toList();

        assertThat(claims)
                .extracting(claim -> world.cast().who(claim.permit().person()))
                .containsExactlyInAnyOrder(Who.ANN, Who.BOB, Who.TAM);
    }

    private void watch(History history) {
        World world = world(Setting.USUAL);
        new FatigueWatch(world);
        world.play(history);
        world.drain();
    }

    @Provide
    Arbitrary<History> busyNodes() {
        return nodes().upTo(60);
    }

    @Provide
    Arbitrary<History> busyNodesAndClocks() {
        return nodes().with(3, TimeArbitraries.settingsOfTheDatabase()).upTo(60);
    }

    private static HistoryArbitraries nodes() {
        return new HistoryArbitraries()
                .with(6, ConversationArbitraries.mentions())
                .with(1, ConversationArbitraries.reads())
                .with(1, ConversationArbitraries.deletions())
                .with(6, TimeArbitraries.passesUntilDue())
                .with(4, TimeArbitraries.passes())
                .with(5, NodeArbitraries.works())
                .with(4, NodeArbitraries.claims())
                .with(5, NodeArbitraries.sends())
                .with(4, NodeArbitraries.settlements())
                .with(1, NodeArbitraries.crashes())
                .with(3, TimeArbitraries.settingsOfNodes())
                .with(3, AgainArbitraries.presses())
                .with(1, NodeArbitraries.exhaustion());
    }

    @Example
    void aMillisecondBeforeTheWindowNothingIsSent() {
        assertThat(arrivalsAfter(WINDOW.minusMillis(1))).isEqualTo(1);
    }

    @Example
    void exactlyAtTheWindowAReminderMayGo() {
        assertThat(arrivalsAfter(WINDOW)).isEqualTo(2);
    }

    @Example
    void aMillisecondAfterTheWindowAReminderMayGo() {
        assertThat(arrivalsAfter(WINDOW.plusMillis(1))).isEqualTo(2);
    }

    /** How many reminders have come to Bob when {@code time} has passed since the first, and he was mentioned again meanwhile. */
    private int arrivalsAfter(Duration time) {
        World world = world(Setting.USUAL);
        world.people().post(Who.ANN, Where.ACME, Set.of(Who.BOB));
        world.pass(ReminderPolicy.DEFAULT.grace());
        world.node(1).work(Fate.ARRIVES);
        Instant first = world.lark().arrivals().get(0).at();
        world.people().post(Who.ANN, Where.ACME, Set.of(Who.BOB));
        world.pass(Duration.between(world.clocks().truth(), first.plus(time)));
        world.node(2).work(Fate.ARRIVES);
        return world.lark().arrivals().size();
    }
}
