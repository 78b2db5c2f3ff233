package io.larkdesk.app.console.plans;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.core.clock.BusinessCalendar;
import io.larkdesk.core.clock.KeptCalendar;
import io.larkdesk.core.escalation.ListPlans;
import io.larkdesk.core.person.StaffRole;
import java.util.List;
import java.util.Objects;

/**
 * The support plans and the calendars.
 *
 * @param frame what stands around it
 * @param plans by name
 * @param calendars by name
 */
public record PlansPage(ConsoleFrame frame, List<ListPlans.Listed> plans, List<KeptCalendar> calendars) {

    /** Copies the lists. */
    public PlansPage {
        Objects.requireNonNull(frame, "frame");
        plans = List.copyOf(plans);
        calendars = List.copyOf(calendars);
    }

    /** Whether the viewer may change them. */
    public boolean mayChange() {
        return frame.role() == StaffRole.ADMIN;
    }

    /** What {@code plan} promises of tickets, in a few words. */
    public String targets(ListPlans.Listed plan) {
        return plan.kept()
                .flatMap(kept -> kept.plan().targets())
                .map(targets -> frame.viewer()
                        .texts()
                        .say("plans.by", "calendar", targets.calendar().value()))
                .orElseGet(() -> frame.viewer().texts().say("plans.noTargets"));
    }

    /** Whether people work by {@code calendar} now, and when that changes. */
    public String now(BusinessCalendar calendar) {
        return CalendarWords.now(frame.viewer(), calendar);
    }

    /** The address of a plan's page. */
    public String path(ListPlans.Listed plan) {
        return PlanPaths.plan(plan.name());
    }

    /** The address of a calendar's page. */
    public String path(KeptCalendar calendar) {
        return PlanPaths.calendar(calendar.name());
    }
}
