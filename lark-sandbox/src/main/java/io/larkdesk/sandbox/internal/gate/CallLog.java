package io.larkdesk.sandbox.internal.gate;

import java.util.Map;
import java.util.TreeMap;

/** How often each app called what. Safe for threads. */
public final class CallLog {

    /** The app that stands for calls of which no app could be made out. */
    public static final String NOBODY = "";

    /**
     * What was called, since the start.
     *
     * @param counted calls that count for the monthly quota
     * @param free successful calls that do not
     * @param refused calls that failed, with a 4xx or 5xx, and count for nothing
     * @param byPath all of them, by the API's path
     * @param byCode all of them, by the business code of the answer
     */
    public record Calls(long counted, long free, long refused, Map<String, Long> byPath, Map<Integer, Long> byCode) {

        static final Calls NONE = new Calls(0, 0, 0, Map.of(), Map.of());

        public Calls {
            byPath = new TreeMap<>(byPath);
            byCode = new TreeMap<>(byCode);
        }

        public Calls plus(Calls other) {
            Map<String, Long> paths = new TreeMap<>(byPath);
            other.byPath.forEach((path, n) -> paths.merge(path, n, Long::sum));
            Map<Integer, Long> codes = new TreeMap<>(byCode);
            other.byCode.forEach((code, n) -> codes.merge(code, n, Long::sum));
            return new Calls(counted + other.counted, free + other.free, refused + other.refused, paths, codes);
        }
    }

    private final Map<String, Tally> byApp = new TreeMap<>();

    synchronized void note(String appId, Endpoint endpoint, boolean success, int code) {
        byApp.computeIfAbsent(appId, id -> new Tally()).add(endpoint, success, code);
    }

    public synchronized Calls of(String appId) {
        Tally tally = byApp.get(appId);
        return tally == null ? Calls.NONE : tally.calls();
    }

    public synchronized Calls ofAll() {
        return byApp.values().stream().map(Tally::calls).reduce(Calls.NONE, Calls::plus);
    }

    private static final class Tally {

        private long counted;
        private long free;
        private long refused;
        private final Map<String, Long> byPath = new TreeMap<>();
        private final Map<Integer, Long> byCode = new TreeMap<>();

        void add(Endpoint endpoint, boolean success, int code) {
            if (!success) {
                refused++;
            } else if (endpoint.counted()) {
                counted++;
            } else {
                free++;
            }
            byPath.merge(endpoint.path(), 1L, Long::sum);
            byCode.merge(code, 1L, Long::sum);
        }

        Calls calls() {
            return new Calls(counted, free, refused, byPath, byCode);
        }
    }
}
