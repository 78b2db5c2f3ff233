package io.larkdesk.app.page;

import java.time.Instant;

/** A line of the conversation as a page shows it. */
public sealed interface Row {

    /**
     * A day begins.
     *
     * @param heading the day in words
     */
    record Day(String heading) implements Row {}

    /**
     * From here on the reader has not read.
     *
     * @param count how many messages
     * @param since the time of the first of them
     * @param at the instant of that time
     */
    record Unread(int count, String since, Instant at) implements Row {}

    /**
     * A message.
     *
     * @param message what all see
     * @param look what only this reader sees
     */
    record Line(MessageView message, Look look) implements Row {}
}
