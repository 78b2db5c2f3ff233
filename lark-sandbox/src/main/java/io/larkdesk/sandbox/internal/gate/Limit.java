package io.larkdesk.sandbox.internal.gate;

import java.time.Duration;

/** At most so many calls in any stretch of time of this length. */
public record Limit(int calls, Duration window) {}
