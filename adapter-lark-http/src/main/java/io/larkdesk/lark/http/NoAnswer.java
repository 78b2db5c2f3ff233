package io.larkdesk.lark.http;

import java.io.IOException;
import java.util.function.Function;

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

    static NoAnswer afterGate(IOException e) {
        return unknown(named("the connection was lost", e));
    }

    static NoAnswer beforeGate(IOException e) {
        return notSent(named("no connection", e));
    }

    /** Only the exception's name: its message may quote what was sent. */
    private static String named(String what, IOException e) {
        return what + " (" + e.getClass().getSimpleName() + ")";
    }

    @Override
    public <R> R fold(Function<Answer, R> answer, Function<NoAnswer, R> none) {
        return none.apply(this);
    }
}
