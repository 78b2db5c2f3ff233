package io.larkdesk.app.tracing;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Tells somewhere outside how long a piece of work took, and its parts. Thread-safe. */
public interface Spans {

    /** Tells nobody, and costs nothing. */
    Spans NONE = new NoSpans();

    /**
     * Does {@code work}, which nothing is around, as a piece of its own: what ends meanwhile in this thread, or is asked for by it, is part of it.
     *
     * @param name of the kind of work, the same for each such piece
     */
    <T> T around(String name, Supplier<T> work);

    /**
     * A part of the work around it has just ended; nothing is told where nothing is around.
     *
     * @param name of the kind of part
     * @param attributes what more is known; nobody's words or secrets
     * @param took how long it took until now
     * @param isWell whether it ended well
     */
    void ended(String name, Map<String, String> attributes, Duration took, boolean isWell);
}
