package io.larkdesk.lark;

import java.util.Objects;
import java.util.function.Function;

/**
 * How a call to Lark ended. No call ends in an exception on account of Lark or of the network.
 *
 * @param <T> what a successful call brings
 */
public sealed interface LarkResult<T> {

    /** Applies the function for the way in which the call ended; {@code unknown} is given the detail. */
    <R> R fold(
            Function<? super T, ? extends R> success,
            Function<LarkError, ? extends R> failure,
            Function<String, ? extends R> unknown);

    /**
     * Lark did it.
     *
     * @param value what Lark answered
     * @param <T> what a successful call brings
     */
    record Success<T>(T value) implements LarkResult<T> {

        /** Refuses null. */
        public Success {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> success,
                Function<LarkError, ? extends R> failure,
                Function<String, ? extends R> unknown) {
            return success.apply(value);
        }
    }

    /**
     * Lark did not do it, or was never asked.
     *
     * @param error why
     * @param <T> what a successful call would have brought
     */
    record Failure<T>(LarkError error) implements LarkResult<T> {

        /** Refuses null. */
        public Failure {
            Objects.requireNonNull(error, "error");
        }

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> success,
                Function<LarkError, ? extends R> failure,
                Function<String, ? extends R> unknown) {
            return failure.apply(error);
        }
    }

    /**
     * The request, or a part of it, went out, and nobody knows what Lark did: no answer in time, the connection lost, an answer that
     * cannot be read, an error of the servers on the way.
     *
     * @param detail for the operator's log; no content of users, no secret
     * @param <T> what a successful call would have brought
     */
    record Unknown<T>(String detail) implements LarkResult<T> {

        /** Refuses null. */
        public Unknown {
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> success,
                Function<LarkError, ? extends R> failure,
                Function<String, ? extends R> unknown) {
            return unknown.apply(detail);
        }
    }
}
