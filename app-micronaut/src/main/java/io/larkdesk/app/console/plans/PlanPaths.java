package io.larkdesk.app.console.plans;

import io.larkdesk.app.console.Section;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.tenant.PlanName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of the pages of plans and calendars. */
final class PlanPaths {

    static final String PLAN = Section.PLANS.path() + "/plan";
    static final String CALENDAR = Section.PLANS.path() + "/calendar";

    private PlanPaths() {}

    static String plan(PlanName name) {
        return PLAN + "?name=" + encode(name.value());
    }

    static String calendar(CalendarName name) {
        return CALENDAR + "?name=" + encode(name.value());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
