package io.larkdesk.core.roster;

import io.larkdesk.core.person.StaffRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where duties leave nobody on duty. */
final class Gaps {

    /** The roles in which somebody has to be on duty at any time. */
    private static final List<StaffRole> WATCHED = List.of(StaffRole.ENGINEER, StaffRole.DUTY_MANAGER);

    private Gaps() {}

    /** The gaps between {@code from} and {@code until}, by role, then by time; {@code duties} begin in order. */
    static List<Gap> of(List<Shift> duties, Instant from, Instant until) {
        return WATCHED.stream().flatMap(role -> of(role, duties, from, until)).toList();
    }

    private static Stream<Gap> of(StaffRole role, List<Shift> duties, Instant from, Instant until) {
        List<Gap> gaps = new ArrayList<>();
        Instant covered = from;
        for (Shift duty : duties) {
            if (duty.role() != role || !duty.from().isBefore(until)) {
                continue;
            }
            if (duty.from().isAfter(covered)) {
                gaps.add(new Gap(role, covered, duty.from()));
            }
            covered = duty.until().isAfter(covered) ? duty.until() : covered;
        }
        if (covered.isBefore(until)) {
            gaps.add(new Gap(role, covered, until));
        }
        return gaps.stream();
    }
}
