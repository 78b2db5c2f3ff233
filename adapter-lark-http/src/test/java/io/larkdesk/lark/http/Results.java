package io.larkdesk.lark.http;

import io.larkdesk.lark.LarkError;
import io.larkdesk.lark.LarkResult;

/** Takes results apart, and says what it got where it should have got something else. */
final class Results {

    private Results() {}

    static <T> T value(LarkResult<T> result) {
        return result.fold(
                value -> value,
                error -> {
                    throw new AssertionError(error.toString());
                },
                detail -> {
                    throw new AssertionError(detail);
                });
    }

    static LarkError error(LarkResult<?> result) {
        return result.<LarkError>fold(
                value -> {
                    throw new AssertionError("it was done");
                },
                error -> error,
                detail -> {
                    throw new AssertionError(detail);
                });
    }

    static LarkError.Kind kind(LarkResult<?> result) {
        return error(result).kind();
    }

    static String unknown(LarkResult<?> result) {
        return result.<String>fold(
                value -> {
                    throw new AssertionError("it was done");
                },
                error -> {
                    throw new AssertionError(error.toString());
                },
                detail -> detail);
    }
}
