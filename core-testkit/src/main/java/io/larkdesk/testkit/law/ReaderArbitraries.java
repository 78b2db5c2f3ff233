package io.larkdesk.testkit.law;

import io.larkdesk.core.conversation.ReadConversation;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** How readers may follow a conversation. */
final class ReaderArbitraries {

    private static final int LOOKS = 3;

    private ReaderArbitraries() {}

    /** Each may be interrupted as often as it looks. */
    static Arbitrary<Step> asks() {
        Arbitrary<Step> changes = Arbitraries.oneOf(
                ConversationArbitraries.mentions(),
                ConversationArbitraries.edits(),
                ConversationArbitraries.deletions());
        return Combinators.combine(readers(), changes.list().ofMaxSize(LOOKS)).as(ReaderSteps.Ask::new);
    }

    static Arbitrary<Step> catchings() {
        return readers().map(ReaderSteps.CatchUp::new);
    }

    static Arbitrary<Step> reconnections() {
        return Combinators.combine(readers(), Arbitraries.integers().between(0, 5))
                .as(ReaderSteps.Reconnect::new);
    }

    static Arbitrary<Step> openings() {
        return readers().map(ReaderSteps.Open::new);
    }

    /** Just about as many as fit on a page. */
    static Arbitrary<Step> manyPosts() {
        return many().map(ReaderSteps.PostMany::new);
    }

    static Arbitrary<Step> manyEdits() {
        return many().map(ReaderSteps.EditMany::new);
    }

    private static Arbitrary<Integer> many() {
        return Arbitraries.of(ReadConversation.PAGE + 1, ReadConversation.PAGE, ReadConversation.PAGE - 1);
    }

    private static Arbitrary<Integer> readers() {
        return Arbitraries.of(1, 2);
    }
}
