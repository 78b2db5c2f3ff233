package io.larkdesk.core.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/** Calendars, and instants about the times at which their clocks are changed. */
final class CalendarArbitraries {

    /** A zone, and when something is odd about its clocks. */
    private record Oddity(String zone, String at) {}

    private static final List<Oddity> ODDITIES = List.of(
            new Oddity("UTC", "1970-01-01T00:00:00Z"),
            new Oddity("Asia/Kathmandu", "2026-11-28T00:00:00Z"),
            new Oddity("America/New_York", "2026-03-08T07:00:00Z"),
            new Oddity("America/New_York", "2026-11-01T06:00:00Z"),
            new Oddity("Europe/London", "2026-10-25T01:00:00Z"),
            new Oddity("Australia/Lord_Howe", "2026-04-04T15:00:00Z"),
            new Oddity("Australia/Lord_Howe", "2026-10-03T15:30:00Z"),
            // Put back from one minute past midnight, into the day before
            new Oddity("America/St_Johns", "2009-11-01T02:31:00Z"),
            // Put forward over midnight
            new Oddity("America/Sao_Paulo", "2018-11-04T03:00:00Z"),
            // A day that never was
            new Oddity("Pacific/Apia", "2011-12-30T10:00:00Z"),
            new Oddity("Africa/Casablanca", "2026-02-15T02:00:00Z"));

    private CalendarArbitraries() {}

    /** A calendar, and an instant within some days of something odd. */
    record Case(BusinessCalendar calendar, Instant about) {}

    static Arbitrary<Case> cases() {
        return Arbitraries.of(ODDITIES).flatMap(odd -> {
            Instant at = Instant.parse(odd.at());
            LocalDate date = LocalDate.ofInstant(at, ZoneId.of(odd.zone()));
            return Combinators.combine(
                            week(),
                            holidays(date),
                            Arbitraries.integers()
                                    .between(-3 * 1440, 3 * 1440)
                                    .withDistribution(RandomDistribution.gaussian()))
                    .as((week, holidays, minutes) -> new Case(
                            new BusinessCalendar(new CalendarName("Case"), ZoneId.of(odd.zone()), week, holidays),
                            at.plus(Duration.ofMinutes(minutes))));
        });
    }

    private static Arbitrary<Map<DayOfWeek, List<Hours>>> week() {
        return Arbitraries.maps(Arbitraries.of(DayOfWeek.class), day())
                .ofMinSize(1)
                .ofMaxSize(7)
                .filter(BusinessCalendar::isEnough)
                .map(EnumMap::new);
    }

    /** Hours between bounds that are often midnight, or the times at which clocks are changed. */
    private static Arbitrary<List<Hours>> day() {
        Arbitrary<Integer> bounds = Arbitraries.oneOf(
                Arbitraries.of(0, 1, 30, 60, 90, 120, 150, 180, 1410, 1439, 1440),
                Arbitraries.integers().between(0, 1440));
        return bounds.set().ofMinSize(2).ofMaxSize(6).map(CalendarArbitraries::day);
    }

    private static List<Hours> day(Set<Integer> bounds) {
        List<Integer> sorted = new ArrayList<>(new TreeSet<>(bounds));
        List<Hours> hours = new ArrayList<>();
        for (int i = 0; i + 1 < sorted.size(); i += 2) {
            hours.add(new Hours(time(sorted.get(i)), time(sorted.get(i + 1))));
        }
        return hours;
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute % 1440 * 60L);
    }

    private static Arbitrary<List<Holiday>> holidays(LocalDate about) {
        return Arbitraries.integers().between(-4, 4).set().ofMaxSize(3).map(days -> days.stream()
                .map(day -> new Holiday(about.plusDays(day), "Day " + day))
                .toList());
    }
}
