package io.larkdesk.benchmarks.cards;

import java.util.UUID;

/** Sends cards in some way. Used by several threads at once. */
interface Sender extends AutoCloseable {

    /** Sends a card to {@code openId}; whether Lark took it. */
    boolean send(String openId, UUID uuid) throws Exception;

    @Override
    void close();
}
