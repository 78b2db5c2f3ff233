package io.larkdesk.lark.http;

import io.larkdesk.lark.LarkCodes;
import java.util.function.Function;

/** What became of one request. */
sealed interface Reply permits Answer, NoAnswer {

    /** Applies the function for what became of the request. */
    <R> R fold(Function<Answer, R> answer, Function<NoAnswer, R> none);

    /** Whether the request went out and nobody knows what Lark did. */
    default boolean isLost() {
        return fold(answer -> false, NoAnswer::mayHaveArrived);
    }

    /** Whether Lark does not take the app token that came with the request. */
    default boolean isTokenRefused() {
        return fold(
                answer -> answer.code().isPresent()
                        && LarkCodes.isTokenRefused(answer.code().getAsInt()),
                none -> false);
    }
}
