package io.larkdesk.core.clock;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the clocks of tickets, for those who may see these; both sides may know what was promised, and how it stands. */
@Singleton
public final class ShowClocks {

    private final Transactions transactions;
    private final Clocks clocks;
    private final Calendars calendars;

    /** Takes its collaborators. */
    @Inject
    public ShowClocks(Transactions transactions, Clocks clocks, Calendars calendars) {
        this.transactions = transactions;
        this.clocks = clocks;
        this.calendars = calendars;
    }

    /**
     * What the clocks of a ticket show.
     *
     * @param response that of the first answer, if one is promised
     * @param resolution that of the solution, if one is promised
     * @param zone by whose clocks working time is counted
     */
    public record Shown(Optional<Reading> response, Optional<Reading> resolution, ZoneId zone) {

        /** Refuses null. */
        public Shown {
            Objects.requireNonNull(response, "response");
            Objects.requireNonNull(resolution, "resolution");
            Objects.requireNonNull(zone, "zone");
        }

        /** What was promised, the first answer first. */
        public List<Reading> readings() {
            return Stream.of(response, resolution).flatMap(Optional::stream).toList();
        }
    }

    /** Those of {@code tickets} of which something is promised. */
    public Map<GroupId, Shown> execute(Collection<GroupId> tickets) {
        return transactions.inTransaction(now -> {
            Map<CalendarName, BusinessCalendar> known = new HashMap<>();
            return clocks.listAll(tickets).stream()
                    .collect(Collectors.toUnmodifiableMap(
                            TicketClock::ticket,
                            clock -> show(
                                    clock, known.computeIfAbsent(clock.promise().calendar(), this::calendar), now)));
        });
    }

    private static Shown show(TicketClock clock, BusinessCalendar calendar, Instant now) {
        return new Shown(
                clock.reading(Goal.RESPONSE, calendar, now),
                clock.reading(Goal.RESOLUTION, calendar, now),
                calendar.zone());
    }

    private BusinessCalendar calendar(CalendarName name) {
        return calendars.find(name).orElse(BusinessCalendar.ALWAYS);
    }
}
