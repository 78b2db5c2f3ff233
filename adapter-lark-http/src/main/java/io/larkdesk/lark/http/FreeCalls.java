package io.larkdesk.lark.http;

import io.larkdesk.lark.LarkResult;

/** Makes calls that need no app token and are not counted. */
final class FreeCalls {

    private final Wire wire;

    FreeCalls(Wire wire) {
        this.wire = wire;
    }

    /** Does a harmless call once more if the connection is lost, as happens to those that have been idle. */
    <T> LarkResult<T> make(LarkCall<T> call, Deadline deadline) {
        Reply reply = wire.ask(call.request(), deadline);
        boolean again = reply.isLost() && call.harmless() && !deadline.hasPassed();
        return call.result(again ? wire.ask(call.request(), deadline) : reply);
    }
}
