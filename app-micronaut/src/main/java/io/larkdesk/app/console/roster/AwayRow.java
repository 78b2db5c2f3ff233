package io.larkdesk.app.console.roster;

import io.larkdesk.app.page.PersonView;
import io.larkdesk.core.roster.Absence;
import java.util.Objects;

/**
 * An absence, or the part of it, on a day.
 *
 * @param absence the absence
 * @param person whose it is
 * @param time the part of it on that day
 * @param canEnd whether the viewer may take it out, and it is on this day that this is done
 */
public record AwayRow(Absence absence, PersonView person, String time, boolean canEnd) {

    /** Refuses null. */
    public AwayRow {
        Objects.requireNonNull(absence, "absence");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(time, "time");
    }

    /** The beginning as forms carry it. */
    public String from() {
        return Long.toString(absence.from().toEpochMilli());
    }

    /** The end as forms carry it. */
    public String until() {
        return Long.toString(absence.until().toEpochMilli());
    }
}
