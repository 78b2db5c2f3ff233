package io.larkdesk.app.console.plans;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.config.Settings;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.console.Told;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.clock.KeptCalendar;
import io.larkdesk.core.clock.ListCalendars;
import io.larkdesk.core.escalation.KeptPlan;
import io.larkdesk.core.escalation.ListPlans;
import io.larkdesk.core.escalation.SupportPlan;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Shows staff support plans and calendars. */
@Singleton
final class PlanPages {

    private final ListPlans listPlans;
    private final ListCalendars listCalendars;
    private final SupportPlan standard;
    private final ConsoleFrames consoleFrames;
    private final Pages pages;

    PlanPages(
            ListPlans listPlans,
            ListCalendars listCalendars,
            Settings settings,
            ConsoleFrames consoleFrames,
            Pages pages) {
        this.listPlans = listPlans;
        this.listCalendars = listCalendars;
        this.standard = settings.escalations().plan();
        this.consoleFrames = consoleFrames;
        this.pages = pages;
    }

    /** All of them; empty if that is none of the business of {@code staff}. */
    Optional<HttpResponse<?>> list(Staff staff) {
        return listPlans
                .execute(staff.id())
                .map(plans -> new PlansPage(
                        consoleFrames.around(staff, Section.PLANS, Section.PLANS.path()), plans, calendars(staff)))
                .map(page -> Views.html(HttpStatus.OK, pages.page("console/plans.jte", page)));
    }

    /** One, or a new one if no name is given; empty if there is no such plan for {@code staff}. */
    Optional<HttpResponse<?>> plan(Staff staff, Optional<String> name, HttpStatus status, Told told) {
        Optional<ListPlans.Listed> listed = name.flatMap(wanted -> listPlans.execute(staff.id()).stream()
                .flatMap(List::stream)
                .filter(plan -> plan.name().value().equals(wanted))
                .findFirst());
        return name.isPresent() && listed.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlanPage(
                                consoleFrames.around(
                                        staff,
                                        Section.PLANS,
                                        listed.map(found -> PlanPaths.plan(found.name()))
                                                .orElse(PlanPaths.PLAN)),
                                listed,
                                listed.flatMap(ListPlans.Listed::kept)
                                        .map(KeptPlan::plan)
                                        .orElse(standard),
                                calendars(staff),
                                told))
                        .map(page -> Views.html(status, pages.page("console/plan.jte", page)));
    }

    /** One, or a new one if no name is given; empty if there is no such calendar for {@code staff}. */
    Optional<HttpResponse<?>> calendar(Staff staff, Optional<String> name, HttpStatus status, Told told) {
        Optional<KeptCalendar> kept = name.flatMap(wanted -> calendars(staff).stream()
                .filter(calendar -> calendar.name().value().equals(wanted))
                .findFirst());
        return name.isPresent() && kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new CalendarPage(
                                consoleFrames.around(
                                        staff,
                                        Section.PLANS,
                                        kept.map(found -> PlanPaths.calendar(found.name()))
                                                .orElse(PlanPaths.CALENDAR)),
                                kept,
                                told))
                        .map(page -> Views.html(status, pages.page("console/calendar.jte", page)));
    }

    private List<KeptCalendar> calendars(Staff staff) {
        return listCalendars.execute(staff.id()).orElseGet(List::of);
    }
}
