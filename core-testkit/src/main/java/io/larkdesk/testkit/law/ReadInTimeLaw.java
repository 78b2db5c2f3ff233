package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.reminder.ReminderPolicy;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Law 3: a mention that is read before its reminder is claimed costs no Lark call, and the saved call is counted; an idle tenant costs
 * none at all.
 */
@Says("Law 3: a mention that is read before its reminder is claimed costs no Lark call, and the saved call "
        + "is counted; an idle tenant costs none at all.")
public abstract class ReadInTimeLaw extends Law {

    private static final Duration JUST_IN_TIME = ReminderPolicy.DEFAULT.grace().minusMillis(1);

    /** Made for subclasses. */
    protected ReadInTimeLaw() {}

    @Property
    void whatIsReadBeforeTheClaimCostsNoCallAndIsCountedAsSaved(@ForAll("readers") History history) {
        World world = world(Setting.USUAL);
        new ReadInTimeWatch(world);
        world.play(history);
        world.drain();
    }

    @Property
    void whereEverybodyReadsInTimeLarkIsNeverCalled(@ForAll("posts") History posts) {
        World world = world(Setting.USUAL);
        new ReadInTimeWatch(world);
        for (Step post : posts.steps()) {
            world.play(new History(List.of(post)));
            world.pass(JUST_IN_TIME);
            for (Who who : Who.values()) {
                who.groups().forEach(where -> world.people().read(who, where, 0));
            }
            world.pass(Duration.ofMillis(1));
            world.node(1).work(Fate.ARRIVES);
        }
        world.drain();

        assertThat(world.lark().requests()).isZero();
        assertThat(world.model().mentions())
                .allMatch(mention -> mention.decision().isPresent());
        assertThat(Company.values())
                .allSatisfy(company -> assertThat(world.model().ledger(company).used(world.month()))
                        .isZero());
    }

    @Provide
    Arbitrary<History> posts() {
        return new HistoryArbitraries().with(1, ConversationArbitraries.posts()).upTo(10);
    }

    @Provide
    Arbitrary<History> readers() {
        return new HistoryArbitraries()
                .with(5, ConversationArbitraries.posts())
                .with(4, ConversationArbitraries.mentions())
                .with(8, ConversationArbitraries.reads())
                .with(2, ConversationArbitraries.edits())
                .with(3, ConversationArbitraries.looks())
                .with(1, ConversationArbitraries.leavings())
                .with(1, ConversationArbitraries.comings())
                .with(8, TimeArbitraries.passesUntilDue())
                .with(2, TimeArbitraries.passes())
                .with(4, NodeArbitraries.works())
                .with(4, NodeArbitraries.claims())
                .with(2, NodeArbitraries.sends())
                .with(2, NodeArbitraries.settlements())
                .with(2, AgainArbitraries.presses())
                .with(1, NodeArbitraries.crashes())
                .upTo(60);
    }
}
