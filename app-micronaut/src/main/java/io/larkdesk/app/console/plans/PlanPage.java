package io.larkdesk.app.console.plans;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.Told;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.Goal;
import io.larkdesk.core.clock.KeptCalendar;
import io.larkdesk.core.clock.ServiceTargets;
import io.larkdesk.core.clock.Target;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.KeptPlan;
import io.larkdesk.core.escalation.ListPlans;
import io.larkdesk.core.escalation.SupportPlan;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.ticket.Severity;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A support plan, and the form that changes it.
 *
 * @param frame what stands around it
 * @param listed which; empty for a new one
 * @param plan what it promises
 * @param calendars that it can count by
 * @param told what became of the form
 */
public record PlanPage(
        ConsoleFrame frame,
        Optional<ListPlans.Listed> listed,
        SupportPlan plan,
        List<KeptCalendar> calendars,
        Told told) {

    private static final int LEVELS_AT_LEAST = 3;

    /** Copies the list. */
    public PlanPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(listed, "listed");
        Objects.requireNonNull(plan, "plan");
        calendars = List.copyOf(calendars);
        Objects.requireNonNull(told, "told");
    }

    /** Whether the viewer may change it. */
    public boolean mayChange() {
        return frame.role() == StaffRole.ADMIN;
    }

    /** The version that is shown; 0 for what every plan promises. */
    public long version() {
        return listed.flatMap(ListPlans.Listed::kept).map(KeptPlan::version).orElse(0L);
    }

    /** Its name, or that it is new. */
    public String title() {
        return listed.map(found -> found.name().value())
                .orElseGet(() -> frame.viewer().texts().say("plans.newPlan"));
    }

    /** Whether the bootstrap file speaks of it. */
    public boolean isOffered() {
        return listed.flatMap(ListPlans.Listed::kept).flatMap(KeptPlan::offered).isPresent();
    }

    /** From the most severe down. */
    public List<Severity> severities() {
        return Arrays.stream(Severity.values())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The goals. */
    public List<Goal> goals() {
        return List.of(Goal.values());
    }

    /** The name of a field. */
    public String field(Goal goal, Severity severity) {
        return goal.name().toLowerCase(Locale.ROOT) + severity;
    }

    /** What stands in that field. */
    public String promised(Goal goal, Severity severity) {
        return told.shown(
                field(goal, severity),
                plan.targets()
                        .map(targets -> targets.bySeverity().getOrDefault(severity, Target.NONE))
                        .flatMap(target -> target.of(goal))
                        .map(this::amount)
                        .orElse(""));
    }

    /** The name of the calendar that is chosen; nothing if none is. */
    public String calendar() {
        return told.shown(
                "calendar",
                plan.targets()
                        .map(ServiceTargets::calendar)
                        .map(CalendarName::value)
                        .orElse(""));
    }

    /** After how much of the time to warn. */
    public String warn() {
        return told.shown(
                "warn",
                Integer.toString(
                        plan.targets().map(ServiceTargets::warnAtPercent).orElse(ServiceTargets.WARN_AT_PERCENT)));
    }

    /** How long people are left alone after a reminder. */
    public String window() {
        return told.shown(
                "window",
                plan.reminderWindow().map(window -> amount(window.value())).orElse(""));
    }

    /** How long a reply may take after a Reminder. */
    public String reply() {
        return told.shown("reply", amount(plan.replyWithin()));
    }

    /** How long an acknowledgement is good. */
    public String confirm() {
        return told.shown("confirm", amount(plan.escalation().confirmEvery()));
    }

    /** How often all levels are paged. */
    public String rounds() {
        return told.shown(
                "rounds", plan.escalation().rounds().map(String::valueOf).orElse(""));
    }

    /** The rows of the form for levels: one more than there are. */
    public List<Integer> levels() {
        int shown = Math.max(LEVELS_AT_LEAST, plan.escalation().steps().size() + 1);
        return IntStream.range(0, Math.min(shown, EscalationPolicy.MOST_STEPS))
                .boxed()
                .toList();
    }

    /** Who can be paged. */
    public List<StaffRole> roles() {
        return Arrays.stream(StaffRole.values())
                .filter(role -> role != StaffRole.ADMIN)
                .toList();
    }

    /** Who is paged at the level. */
    public String level(int i) {
        return told.shown("level" + i, step(i).map(step -> step.level().name()).orElse(""));
    }

    /** How long those have. */
    public String within(int i) {
        return told.shown(
                "within" + i,
                step(i).map(step -> amount(step.acknowledgeWithin())).orElse(""));
    }

    private Optional<EscalationPolicy.Step> step(int i) {
        List<EscalationPolicy.Step> steps = plan.escalation().steps();
        return i < steps.size() ? Optional.of(steps.get(i)) : Optional.empty();
    }

    private String amount(Duration time) {
        return frame.viewer().times().amount(time);
    }

    /** What is wrong, in words. */
    public Optional<String> problem() {
        return told.problem().map(key -> frame.viewer().texts().say("plans.problem." + key));
    }

    /** Where the form goes. */
    public String action() {
        return PlanPaths.PLAN;
    }
}
