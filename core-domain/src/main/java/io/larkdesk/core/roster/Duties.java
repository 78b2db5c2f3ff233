package io.larkdesk.core.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is left of shifts when those who are away are taken out of them. */
final class Duties {

    private static final Comparator<Shift> ORDER =
            Comparator.comparing(Shift::from).thenComparing(Shift::person).thenComparing(Shift::role);

    private Duties() {}

    /** The parts of {@code shifts} in which their persons are there, the first to begin first. */
    static List<Shift> of(Collection<Shift> shifts, Collection<Absence> absences) {
        return shifts.stream()
                .flatMap(shift -> of(shift, absences))
                .sorted(ORDER)
                .toList();
    }

    private static Stream<Shift> of(Shift shift, Collection<Absence> absences) {
        List<Absence> own = absences.stream()
                .filter(absence -> absence.meets(shift))
                .sorted(Comparator.comparing(Absence::from))
                .toList();
        List<Shift> parts = new ArrayList<>();
        Instant from = shift.from();
        for (Absence absence : own) {
            if (absence.from().isAfter(from)) {
                parts.add(new Shift(shift.person(), shift.role(), from, absence.from()));
            }
            from = absence.until().isAfter(from) ? absence.until() : from;
        }
        if (shift.until().isAfter(from)) {
            parts.add(new Shift(shift.person(), shift.role(), from, shift.until()));
        }
        return parts.stream();
    }
}
