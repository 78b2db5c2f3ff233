package io.larkdesk.testkit.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has owners take turns: the first of each, then the second of each, and so on. */
final class Turns {

    private Turns() {}

    /**
     * Something, and the place that it has among what its owner has.
     *
     * @param item what
     * @param place counted from one
     */
    record Turn<T>(T item, int place) {}

    /**
     * Orders by places; those with the same place stay in the order in which they came.
     *
     * @param owner whose something is
     * @param before whose places are taken already, each owner as often as it has one
     */
    static <T, O> Collector<T, ?, Stream<Turn<T>>> taken(Function<T, O> owner, Collection<O> before) {
        return Collectors.collectingAndThen(Collectors.toList(), items -> {
            Map<O, Integer> places = new HashMap<>();
            before.forEach(one -> places.merge(one, 1, Integer::sum));
            List<Turn<T>> turns = new ArrayList<>();
            items.forEach(item -> turns.add(new Turn<>(item, places.merge(owner.apply(item), 1, Integer::sum))));
            return turns.stream().sorted(Comparator.comparing(Turn::place));
        });
    }
}
