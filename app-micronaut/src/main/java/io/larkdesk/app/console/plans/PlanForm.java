package io.larkdesk.app.console.plans;

import io.larkdesk.app.web.Form;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.ServiceTargets;
import io.larkdesk.core.clock.Target;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.SupportPlan;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.ReminderWindow;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.ticket.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form that changes a support plan. */
final class PlanForm {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final Form form;

    PlanForm(Map<String, Object> fields) {
        this.form = new Form(fields);
    }

    /** The version that was seen; empty if the form was not made by the page. */
    Optional<Long> seen() {
        return form.number("seen");
    }

    PlanName name() {
        return text("name").filter(PlanName::isName).map(PlanName::new).orElseThrow(() -> wrong("name", "name"));
    }

    SupportPlan plan() {
        return new SupportPlan(time("reply"), escalation(), targets(), window());
    }

    private EscalationPolicy escalation() {
        List<EscalationPolicy.Step> steps = new ArrayList<>();
        for (int i = 0; i < EscalationPolicy.MOST_STEPS; i++) {
            Optional<StaffRole> level =
                    form.constant("level" + i, StaffRole.class).filter(role -> role != StaffRole.ADMIN);
            if (level.isPresent()) {
                steps.add(new EscalationPolicy.Step(level.get(), time("within" + i)));
            }
        }
        if (steps.isEmpty()) {
            throw wrong("level0", "levels");
        }
        return new EscalationPolicy(steps, rounds(), time("confirm"));
    }

    private Optional<Integer> rounds() {
        return text("rounds").map(digits -> Form.findNumber(digits)
                .filter(rounds -> rounds >= 1 && rounds <= 100)
                .map(Long::intValue)
                .orElseThrow(() -> wrong("rounds", "rounds")));
    }

    private Optional<ServiceTargets> targets() {
        Map<Severity, Target> bySeverity = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            bySeverity.put(severity, target(severity));
        }
        bySeverity.values().removeIf(Target.NONE::equals);
        Optional<String> calendar = text("calendar");
        if (calendar.isEmpty()) {
            if (bySeverity.isEmpty()) {
                return Optional.empty();
            }
            throw wrong("calendar", "calendar");
        }
        int percent = form.number("warn")
                .filter(share -> share <= 99 && ServiceTargets.isShare(share.intValue()))
                .map(Long::intValue)
                .orElseThrow(() -> wrong("warn", "warn"));
        CalendarName name = calendar.filter(CalendarName::isName)
                .map(CalendarName::new)
                .orElseThrow(() -> wrong("calendar", "calendar"));
        return Optional.of(new ServiceTargets(name, bySeverity, percent));
    }

    private Target target(Severity severity) {
        Optional<Duration> response = promised("response" + severity);
        Optional<Duration> resolution = promised("resolution" + severity);
        if (response.isPresent() && resolution.isPresent() && response.get().compareTo(resolution.get()) > 0) {
            throw wrong("resolution" + severity, "order");
        }
        return new Target(response, resolution);
    }

    private Optional<Duration> promised(String field) {
        return text(field)
                .map(text -> Amount.parse(text).filter(Target::isTime).orElseThrow(() -> wrong(field, "target")));
    }

    private Optional<ReminderWindow> window() {
        return text("window").map(text -> Amount.parse(text)
                .filter(ReminderWindow::isWindow)
                .map(ReminderWindow::new)
                .orElseThrow(() -> wrong("window", "window")));
    }

    private Duration time(String field) {
        return text(field)
                .flatMap(Amount::parse)
                .filter(time -> !time.isZero() && time.compareTo(LONGEST) <= 0)
                .orElseThrow(() -> wrong(field, "time"));
    }

    private Optional<String> text(String field) {
        return form.text(field).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static WrongException wrong(String field, String problem) {
        return new WrongException(field, problem);
    }

    /** What was entered, to be shown again. */
    Map<String, String> entered() {
        List<String> fields =
                new ArrayList<>(List.of("name", "reply", "rounds", "confirm", "calendar", "warn", "window"));
        for (int i = 0; i < EscalationPolicy.MOST_STEPS; i++) {
            fields.add("level" + i);
            fields.add("within" + i);
        }
        for (Severity severity : Severity.values()) {
            fields.add("response" + severity);
            fields.add("resolution" + severity);
        }
        Map<String, String> entered = new HashMap<>();
        fields.forEach(field -> form.text(field).ifPresent(text -> entered.put(field, text)));
        return entered;
    }
}
