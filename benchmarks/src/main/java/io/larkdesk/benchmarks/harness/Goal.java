package io.larkdesk.benchmarks.harness;

import java.util.List;

/**
 * What the service is to be fast at.
 *
 * @param id its short name, such as P3
 * @param work what it is about
 * @param trials what is measured of it
 */
public record Goal(String id, String work, List<Trial> trials) {

    /** Copies the list. */
    public Goal {
        trials = List.copyOf(trials);
    }
}
