package io.larkdesk.core.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;

/** A stretch of time in which the clocks of a zone are not changed. */
record Stretch(ZoneId zone, Instant from, Instant end, ZoneOffset offset) {

    /** Where clocks are never changed again, time goes on for so long at least. */
    private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");

    static Stretch at(ZoneId zone, Instant from) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(from);
        Instant end = next == null || next.getInstant().isAfter(LAST) ? LAST : next.getInstant();
        return new Stretch(zone, from, end, zone.getRules().getOffset(from));
    }

    /** The one that follows. */
    Stretch next() {
        if (!end.isBefore(LAST)) {
            throw new IllegalArgumentException("there is no time after " + LAST);
        }
        return at(zone, end);
    }

    /** This one, as far as it is before {@code other}. */
    Stretch until(Instant other) {
        return new Stretch(zone, from, other.isBefore(end) ? other : end, offset);
    }

    long worked(WorkingTime time) {
        return time.before(onTheWall(end)) - time.before(onTheWall(from));
    }

    /** When {@code work} milliseconds of this are worked, of as many at least. */
    Instant after(long work, WorkingTime time) {
        long shown = time.reaching(time.before(onTheWall(from)) + work, onTheWall(from), onTheWall(end));
        return Instant.ofEpochMilli(shown).minusSeconds(offset.getTotalSeconds());
    }

    /** What the clock shows, in milliseconds since it showed the beginning of 1970. */
    private long onTheWall(Instant instant) {
        return instant.plusSeconds(offset.getTotalSeconds()).toEpochMilli();
    }
}
