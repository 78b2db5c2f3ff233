package io.larkdesk.app.console.roster;

import io.larkdesk.app.page.PersonView;
import io.larkdesk.core.roster.Shift;
import java.util.Objects;

/**
 * A shift, or the part of it, on a day.
 *
 * @param shift the shift
 * @param person whose it is
 * @param time the part of it on that day
 * @param key what its elements are called by; each of its days has another
 * @param away whether the person is away for all of that part, or some of it
 * @param canChange whether the viewer may change it, and it is on this day that this is done
 */
public record ShiftRow(Shift shift, PersonView person, String time, String key, boolean away, boolean canChange) {

    /** Refuses null. */
    public ShiftRow {
        Objects.requireNonNull(shift, "shift");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(key, "key");
    }

    /** The beginning as forms carry it. */
    public String from() {
        return Long.toString(shift.from().toEpochMilli());
    }

    /** The end as forms carry it. */
    public String until() {
        return Long.toString(shift.until().toEpochMilli());
    }
}
