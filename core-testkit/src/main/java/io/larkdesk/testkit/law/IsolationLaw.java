package io.larkdesk.testkit.law;

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

    /** Made for subclasses. */
    protected IsolationLaw() {}

    @Property
    void whoeverIsNotInAGroupSeesAndChangesNothingOfIt(@ForAll("groupsAndIntruders") History history) {
        World world = world(Setting.USUAL);
        world.play(history);
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
