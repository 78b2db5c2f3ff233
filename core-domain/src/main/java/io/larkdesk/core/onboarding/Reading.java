package io.larkdesk.core.onboarding;

import java.util.Objects;
import java.util.function.Function;

/**
 * A part of what Lark tells of an app, or why it is not told.
 *
 * @param <T> what is read
 */
public sealed interface Reading<T> {

    /** Applies the function for what came of reading it. */
    <R> R fold(Function<? super T, ? extends R> read, Function<Why, ? extends R> unread);

    /** Why something could not be read. */
    enum Why {
        /** A scope that it takes is not granted. */
        SCOPE_MISSING,
        /** The tenant's calls of this month are used up, or spoken for. */
        OUT_OF_BUDGET,
        /** Lark did not answer, or not so that it made sense. */
        UNREACHABLE,
        /** There is nothing to be read as long as no version of the app is released. */
        NOT_RELEASED
    }

    /**
     * It was read.
     *
     * @param value what Lark said
     * @param <T> what is read
     */
    record Read<T>(T value) implements Reading<T> {

        /** Refuses null. */
        public Read {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public <R> R fold(Function<? super T, ? extends R> read, Function<Why, ? extends R> unread) {
            return read.apply(value);
        }
    }

    /**
     * It could not be read.
     *
     * @param why the reason
     * @param <T> what would have been read
     */
    record Unread<T>(Why why) implements Reading<T> {

        /** Refuses null. */
        public Unread {
            Objects.requireNonNull(why, "why");
        }

        @Override
        public <R> R fold(Function<? super T, ? extends R> read, Function<Why, ? extends R> unread) {
            return unread.apply(why);
        }
    }
}
