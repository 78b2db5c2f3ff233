package io.larkdesk.app.console.plans;

import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.clock.BusinessCalendar;

/** Says how a calendar stands. */
final class CalendarWords {

    private CalendarWords() {}

    static String now(Viewer viewer, BusinessCalendar calendar) {
        return calendar.isOpen(viewer.now())
                ? viewer.texts().say("plans.open")
                : viewer.texts().say("plans.opens", "time", viewer.times().point(calendar.nextOpening(viewer.now())));
    }
}
