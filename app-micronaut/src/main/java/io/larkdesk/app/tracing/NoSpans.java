package io.larkdesk.app.tracing;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Tells nobody, and costs nothing. */
final class NoSpans implements Spans {

    @Override
    public <T> T around(String name, Supplier<T> work) {
        return work.get();
    }

    @Override
    public void ended(String name, Map<String, String> attributes, Duration took, boolean isWell) {
        // nobody wants to know
    }
}
