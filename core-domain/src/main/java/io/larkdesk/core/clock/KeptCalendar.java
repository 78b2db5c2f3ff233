package io.larkdesk.core.clock;

import java.util.Objects;
import java.util.Optional;

/**
 * A calendar as it is kept: operators offer calendars, and people change them.
 *
 * @param calendar as it is
 * @param offered what the operator said last; empty if the operator does not say anything about it
 * @param version 1 for a new one, and 1 more with each change of the calendar
 */
public record KeptCalendar(BusinessCalendar calendar, Optional<BusinessCalendar> offered, long version) {

    /** Refuses null, and a version below 1. */
    public KeptCalendar {
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(offered, "offered");
        if (version < 1) {
            throw new IllegalArgumentException("version is below 1: " + version);
        }
    }

    /** What it is called. */
    public CalendarName name() {
        return calendar.name();
    }

    /** One that an operator offers for the first time. */
    static KeptCalendar offering(BusinessCalendar calendar) {
        return new KeptCalendar(calendar, Optional.of(calendar), 1);
    }

    /** One that somebody makes. */
    static KeptCalendar making(BusinessCalendar calendar) {
        return new KeptCalendar(calendar, Optional.empty(), 1);
    }

    /** What the operator says holds when it is something new; said again it changes nothing of what people have changed since. */
    KeptCalendar offered(BusinessCalendar next) {
        return offered.filter(next::equals).isPresent()
                ? this
                : new KeptCalendar(next, Optional.of(next), calendar.equals(next) ? version : version + 1);
    }

    KeptCalendar changed(BusinessCalendar next) {
        return calendar.equals(next) ? this : new KeptCalendar(next, offered, version + 1);
    }
}
