package io.larkdesk.lark.http;

import java.io.IOException;
import java.util.function.Function;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;

/**
 * A request without an answer that could be read.
 *
 * @param mayHaveArrived whether a part of it went out, so that nobody knows what Lark did
 * @param detail for the operator's log
 */
record NoAnswer(boolean mayHaveArrived, String detail) implements Reply {

    static NoAnswer notSent(String detail) {
        return new NoAnswer(false, detail);
    }

    static NoAnswer unknown(String detail) {
        return new NoAnswer(true, detail);
    }

    /** The request had passed the gate; it still counts as not sent if HTTP/2 vouches that the server did not look at it. */
    static NoAnswer afterGate(IOException e) {
        return isUnseen(e) ? notSent(named("turned away", e)) : unknown(named("the connection was lost", e));
    }

    static NoAnswer beforeGate(IOException e) {
        return notSent(named("no connection", e));
    }

    /** Only the exception's name: its message may quote what was sent. */
    private static String named(String what, IOException e) {
        return what + " (" + e.getClass().getSimpleName() + ")";
    }

    private static boolean isUnseen(IOException e) {
        return e instanceof ConnectionShutdownException
                || (e instanceof StreamResetException reset && reset.errorCode == ErrorCode.REFUSED_STREAM);
    }

    @Override
    public <R> R fold(Function<Answer, R> answer, Function<NoAnswer, R> none) {
        return none.apply(this);
    }
}
