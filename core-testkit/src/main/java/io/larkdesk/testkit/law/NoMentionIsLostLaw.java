package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.reminder.ReminderPolicy;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Law 2: each mention ends in exactly one Decision, and in the right one: it came by one reminder, or there was a reason why not. Authors
 * are never told of what they wrote themselves, and nobody of what was taken back or of a group that they have left.
 */
@Says("Law 2: each mention ends in exactly one Decision, and in the right one: it came by one reminder, or "
        + "there was a reason why not.")
public abstract class NoMentionIsLostLaw extends Law {

    /** Longer than any retry, pause or window; only a mention that is forgotten takes more. */
    private static final Duration PATIENCE = Duration.ofHours(3);

    /** Made for subclasses. */
    protected NoMentionIsLostLaw() {}

    @Property
    void eachMentionEndsInOneDecisionTheRightOne(@ForAll("livelyGroups") History history) {
        watch(history);
    }

    @Property
    void noMentionIsLostWhenTheDatabaseClockIsSet(@ForAll("livelyGroupsAndClocks") History history) {
        watch(history);
    }

    @Property(tries = 5)
    void noMentionIsLostWhileManyWriteAndClaimAtOnce(@ForAll("windows") Duration window) {
        ReminderPolicy usual = ReminderPolicy.DEFAULT;
        Rush rush = new Rush(world(Setting.USUAL.with(
                new ReminderPolicy(window, Duration.ZERO, usual.attemptWithin(), usual.retryWithin()))));
        rush.run();
        rush.requireAllDecidedOnce();
    }

    /** So short that many reminders go within one rush. */
    @Provide
    Arbitrary<Duration> windows() {
        return Arbitraries.integers().between(1, 10).map(Duration::ofMillis);
    }

    private void watch(History history) {
        World world = world(Setting.USUAL);
        new DecisionWatch(world);
        world.play(history);
        Instant began = world.clocks().truth();
        world.drain();
        assertThat(Duration.between(began, world.clocks().truth()))
                .as("time until everything is decided, after %s", history)
                .isLessThan(PATIENCE);
    }

    @Provide
    Arbitrary<History> livelyGroups() {
        return groups().upTo(60);
    }

    @Provide
    Arbitrary<History> livelyGroupsAndClocks() {
        return groups().with(4, TimeArbitraries.settingsOfTheDatabase()).upTo(60);
    }

    private static HistoryArbitraries groups() {
        return new HistoryArbitraries()
                .with(6, ConversationArbitraries.posts())
                .with(4, ConversationArbitraries.mentions())
                .with(1, ConversationArbitraries.postsAgain())
                .with(4, ConversationArbitraries.edits())
                .with(2, ConversationArbitraries.deletions())
                .with(2, ConversationArbitraries.reads())
                .with(1, ConversationArbitraries.looks())
                .with(2, ConversationArbitraries.leavings())
                .with(2, ConversationArbitraries.comings())
                .with(1, TenantArbitraries.suspensions())
                .with(1, TenantArbitraries.resumptions())
                .with(6, TimeArbitraries.passesUntilDue())
                .with(3, TimeArbitraries.passes())
                .with(6, NodeArbitraries.works())
                .with(3, NodeArbitraries.claims())
                .with(4, NodeArbitraries.sends())
                .with(3, NodeArbitraries.settlements())
                .with(1, NodeArbitraries.crashes())
                .with(3, AgainArbitraries.presses())
                .with(1, NodeArbitraries.exhaustion());
    }
}
