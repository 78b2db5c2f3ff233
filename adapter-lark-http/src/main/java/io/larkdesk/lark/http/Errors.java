package io.larkdesk.lark.http;

import io.larkdesk.lark.LarkError;
import io.larkdesk.lark.LarkError.Kind;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.LarkResult.Failure;
import java.time.Duration;

/** Failures of calls about which Lark was not asked. */
final class Errors {

    private Errors() {}

    static <T> LarkResult<T> notSent(String why) {
        return own(Kind.NOT_SENT, why);
    }

    static <T> LarkResult<T> own(Kind kind, String why) {
        return new Failure<>(new LarkError(kind, 0, why, "", Duration.ZERO));
    }
}
