package io.larkdesk.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.FindGaps;
import io.larkdesk.core.roster.Gap;
import io.larkdesk.core.roster.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However the roster changes and time passes: not two notices in a day, none without anything new, and in the end no gap untold. */
class GapNoticesProperties {

    /** Time in units of six hours; a shift is planned, or taken out if {@code length} is none; then {@code rest} passes. */
    private record Step(boolean managers, int from, int length, int rest) {}

    private static final Duration UNIT = Duration.ofHours(6);
    private static final int AHEAD = 14 * 4;

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, AHEAD),
                        Arbitraries.integers().between(0, AHEAD),
                        Arbitraries.integers().between(0, 6))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    /** A unit of time in which nobody is on duty in a role. */
    private record Cell(StaffRole role, Instant from) {}

    @Property(tries = 300)
    void gapsAreToldRarelyAndAll(@ForAll("steps") List<Step> steps) {
        NoticeDesk desk = new NoticeDesk();
        List<Shift> shifts = new ArrayList<>();
        Set<Cell> told = new HashSet<>();
        Instant lastAt = Instant.EPOCH;
        Instant seenUntil = Instant.EPOCH;
        for (Step step : steps) {
            change(desk, shifts, step);
            for (int rest = 0; rest <= step.rest(); rest++) {
                Instant now = desk.clock.instant();
                List<Gap> news = desk.tellGaps.execute();
                if (!news.isEmpty()) {
                    assertThat(lastAt).isBeforeOrEqualTo(now.minus(ToldGaps.PAUSE));
                    assertThat(news).allMatch(gap -> !told.containsAll(cells(gap)));
                    lastAt = now;
                }
                // What goes on beyond what could be seen is known with what was told
                for (Gap gap : gaps(desk, now)) {
                    if (news.contains(gap) || goesOn(gap, told, seenUntil)) {
                        told.addAll(cells(gap));
                    }
                }
                seenUntil = now.plus(ToldGaps.AHEAD);
                desk.clock.advance(UNIT);
            }
        }
        desk.clock.advance(ToldGaps.PAUSE);
        desk.tellGaps.execute().forEach(gap -> told.addAll(cells(gap)));
        for (Gap gap : gaps(desk, desk.clock.instant())) {
            assertThat(goesOn(gap, told, seenUntil)).as("%s", gap).isTrue();
        }
    }

    private static void change(NoticeDesk desk, List<Shift> shifts, Step step) {
        if (step.length() == 0) {
            if (!shifts.isEmpty()) {
                desk.stores.roster().delete(shifts.remove(step.from() % shifts.size()));
            }
            return;
        }
        Instant from = desk.clock.instant().plus(UNIT.multipliedBy(step.from()));
        Shift shift = new Shift(
                step.managers() ? desk.dora.id() : desk.eva.id(),
                step.managers() ? StaffRole.DUTY_MANAGER : StaffRole.ENGINEER,
                from,
                from.plus(UNIT.multipliedBy(step.length())));
        desk.stores.roster().save(shift);
        shifts.add(shift);
    }

    private static List<Gap> gaps(NoticeDesk desk, Instant now) {
        return new FindGaps(desk.stores.people(), desk.stores.roster())
                .execute(desk.provider.id(), now, now.plus(ToldGaps.AHEAD));
    }

    /** Whether all of it was told but what came in sight since, if anything was. */
    private static boolean goesOn(Gap gap, Set<Cell> told, Instant seenUntil) {
        List<Cell> cells = cells(gap);
        Cell before = new Cell(gap.role(), gap.from().minus(UNIT));
        return (told.contains(cells.get(0)) || (gap.from().equals(seenUntil) && told.contains(before)))
                && cells.stream()
                        .allMatch(cell -> told.contains(cell) || !cell.from().isBefore(seenUntil));
    }

    private static List<Cell> cells(Gap gap) {
        List<Cell> cells = new ArrayList<>();
        for (Instant from = gap.from(); from.isBefore(gap.until()); from = from.plus(UNIT)) {
            cells.add(new Cell(gap.role(), from));
        }
        return cells;
    }
}
