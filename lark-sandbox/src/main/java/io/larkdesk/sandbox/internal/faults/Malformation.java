package io.larkdesk.sandbox.internal.faults;

import io.larkdesk.sandbox.internal.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How an answer's body is spoilt. */
public enum Malformation {
    NONE,
    /** JSON that stops half way. */
    TRUNCATED,
    /** A proxy's page in the place of JSON. */
    HTML,
    /** Nothing at all. */
    EMPTY;

    private static final byte[] PAGE =
            "<html><body><h1>Bad Gateway</h1></body></html>".getBytes(StandardCharsets.UTF_8);

    Reply spoil(Reply reply) {
        return switch (this) {
            case NONE -> reply;
            case TRUNCATED -> reply.withBody(Arrays.copyOf(reply.body(), reply.body().length / 2));
            case HTML -> reply.withBody(PAGE).with("Content-Type", "text/html; charset=utf-8");
            case EMPTY -> reply.withBody(new byte[0]);
        };
    }
}
