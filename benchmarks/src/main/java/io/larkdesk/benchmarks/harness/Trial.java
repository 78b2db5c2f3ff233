package io.larkdesk.benchmarks.harness;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One piece of work that limit, ours and peer do in turn.
 *
 * @param work what they do
 * @param contenders who takes part; ours always
 * @param bars what is asked of ours
 */
public record Trial(String work, Map<Role, Contender> contenders, List<Bar> bars) {

    /** Copies, in the order of the roles. */
    public Trial {
        contenders = new EnumMap<>(contenders);
        bars = List.copyOf(bars);
    }
}
