package io.larkdesk.testkit.law;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One thing after another. Each step can be taken after any other, so that a history stays one when steps are left out.
 *
 * @param steps the first one first
 */
record History(List<Step> steps) {

    History {
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> "\n  " + (i + 1) + ". " + steps.get(i))
                .collect(Collectors.joining());
    }
}
