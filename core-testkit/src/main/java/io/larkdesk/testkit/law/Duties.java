package io.larkdesk.testkit.law;

import io.larkdesk.core.person.StaffRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who is on duty when, as the model has it. */
final class Duties {

    private final List<Duty> all = new ArrayList<>();

    Duties() {}

    private record Duty(Beeper person, Instant from, Instant until) {}

    void add(Beeper person, Instant from, Instant until) {
        all.removeIf(duty -> duty.person() == person && duty.from().equals(from));
        all.add(new Duty(person, from, until));
    }

    Set<Beeper> in(StaffRole role, Instant now) {
        Set<Beeper> present = EnumSet.noneOf(Beeper.class);
        all.stream()
                .filter(duty -> duty.person().role() == role)
                .filter(duty -> !now.isBefore(duty.from()) && now.isBefore(duty.until()))
                .forEach(duty -> present.add(duty.person()));
        return present;
    }
}
