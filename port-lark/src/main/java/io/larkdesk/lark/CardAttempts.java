package io.larkdesk.lark;

import io.larkdesk.lark.card.Card;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Brings cards through: content that Lark or a rule of the organisation refuses goes out once more without anything that users wrote. */
final class CardAttempts {

    private CardAttempts() {}

    /**
     * Makes the call for {@code card}, and the one for the other card if it has to.
     *
     * @param call makes a call for a card, in the time that is left
     * @param withoutTheirWords the same card without anything that users wrote
     * @param within the time for both
     */
    static LarkResult<SentMessage> make(
            BiFunction<Card, Duration, LarkResult<SentMessage>> call,
            Card card,
            Supplier<Card> withoutTheirWords,
            Duration within) {
        long began = System.nanoTime();
        LarkResult<SentMessage> first = call.apply(card, within);
        boolean isRefused =
                first.fold(sent -> false, error -> error.kind() == LarkError.Kind.CONTENT_REFUSED, unknown -> false);
        return isRefused ? call.apply(withoutTheirWords.get(), within.minusNanos(System.nanoTime() - began)) : first;
    }
}
