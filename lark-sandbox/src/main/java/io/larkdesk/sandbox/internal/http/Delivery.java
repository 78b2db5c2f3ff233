package io.larkdesk.sandbox.internal.http;

import java.time.Duration;

/**
 * How a reply travels.
 *
 * @param delay before the first byte leaves
 * @param drip between two bytes of the body; zero for all at once
 * @param lost whether the connection is closed without any answer
 */
public record Delivery(Duration delay, Duration drip, boolean lost) {

    public static final Delivery PROMPT = new Delivery(Duration.ZERO, Duration.ZERO, false);
}
