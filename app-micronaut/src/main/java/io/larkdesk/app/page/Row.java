package io.larkdesk.app.page;

import java.time.Instant;

/** A line of the conversation as a page shows it. */
public sealed interface Row {

    /**
     * A day begins.
     *
     * @param heading the day in words
     * @param at an instant of it
     */
    record Day(String heading, Instant at) implements Row {}

    /**
     * From here on the reader has not read.
     *
     * @param count how many messages
     * @param since the time of the first of them
     */
    record Unread(int count, String since) implements Row {}

    /**
     * A message.
     *
     * @param message what all see
     * @param look what only this reader sees
     */
    record Line(MessageView message, Look look) implements Row {}
}
