package io.larkdesk.sandbox.internal.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what serves a method and a path. Paths are written as in Lark's documents: {@code /a/:id/b}; of two that fit,
 * the one added first is taken.
 */
public final class Routes<T> {

    /** What serves the request, and the values of the path's {@code :names}. */
    public record Match<T>(T target, Map<String, String> path) {}

    private record Route<T>(String method, List<String> segments, T target) {}

    private final List<Route<T>> routes = new ArrayList<>();

    public void add(String method, String path, T target) {
        routes.add(new Route<>(method, segments(path), target));
    }

    public Optional<Match<T>> find(String method, String path) {
        List<String> given = segments(path);
        for (Route<T> route : routes) {
            if (route.method().equals(method)) {
                Optional<Map<String, String>> values = match(route.segments(), given);
                if (values.isPresent()) {
                    return Optional.of(new Match<>(route.target(), values.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the path is served by any method. */
    public boolean knows(String path) {
        List<String> given = segments(path);
        return routes.stream().anyMatch(route -> match(route.segments(), given).isPresent());
    }

    private static Optional<Map<String, String>> match(List<String> pattern, List<String> given) {
        if (pattern.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String expected = pattern.get(i);
            if (expected.startsWith(":") && !given.get(i).isEmpty()) {
                values.put(expected.substring(1), given.get(i));
            } else if (!expected.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
