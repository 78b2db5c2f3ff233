package io.larkdesk.sandbox.internal.gate;

import io.larkdesk.sandbox.internal.http.Reply;

/** What an API does once the gate has let a call in; it may throw a {@link Refusal}. */
@FunctionalInterface
public interface Handler {

    Reply answer(Call call);
}
