package io.larkdesk.app.console.budgets;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.Told;
import io.larkdesk.app.page.Texts;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.Saving;
import io.larkdesk.core.budgeting.Habits.Cost;
import io.larkdesk.core.budgeting.ShowBudget;
import io.larkdesk.core.budgeting.SimulateCost;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.CallTerms;
import io.larkdesk.core.tenant.Edition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * The budget of one customer.
 *
 * @param frame what stands around it
 * @param view where it stands, in words
 * @param shown the rest
 * @param simulation what was asked of the simulator
 * @param told what became of the form
 */
public record BudgetPage(
        ConsoleFrame frame, BudgetView view, ShowBudget.Shown shown, Simulation simulation, Told told) {

    /** Refuses null. */
    public BudgetPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(simulation, "simulation");
        Objects.requireNonNull(told, "told");
    }

    private Texts texts() {
        return frame.viewer().texts();
    }

    /** The kinds of calls. */
    public List<CallPurpose> purposes() {
        return List.of(CallPurpose.values());
    }

    /** The kinds of calls saved. */
    public List<Saving> savings() {
        return List.of(Saving.values());
    }

    /** The calls of the month for {@code purpose}. */
    public int calls(CallPurpose purpose) {
        return shown.ledger().stream().mapToInt(day -> day.calls(purpose)).sum();
    }

    /** The calls of today for {@code purpose}. */
    public int callsToday(CallPurpose purpose) {
        return today(day -> day.calls(purpose));
    }

    /** All calls of today. */
    public int callsToday() {
        return today(CallDay::used);
    }

    private int today(ToIntFunction<CallDay> count) {
        return shown.ledger().stream()
                .filter(day -> day.day().equals(CallDay.of(frame.viewer().now())))
                .mapToInt(count)
                .sum();
    }

    /** Calls that were made before it was kept what for. */
    public int callsBefore() {
        return shown.status().budget().used()
                - shown.ledger().stream().mapToInt(CallDay::used).sum();
    }

    /** The calls of the month that {@code saving} saved. */
    public int saved(Saving saving) {
        return shown.ledger().stream().mapToInt(day -> day.saved(saving)).sum();
    }

    /** Those of today. */
    public int savedToday(Saving saving) {
        return today(day -> day.saved(saving));
    }

    /** The days of the month as bars. */
    public DayChart chart() {
        return DayChart.of(shown.status().budget().month(), shown.ledger());
    }

    /** A number of calls, or no limit. */
    public String calls(Allowance allowance) {
        return allowance.isUnlimited()
                ? texts().say("tenant.unlimited")
                : texts().say("tenant.aMonth", "calls", allowance.calls());
    }

    /** What is agreed, in words. */
    public String terms(CallTerms terms) {
        return texts().say(
                        "budget.terms", Map.of("edition", edition(terms.edition()), "calls", calls(terms.allowance())));
    }

    /** What {@code edition} is called. */
    public String edition(Edition edition) {
        return texts().say("budget.edition." + edition.name());
    }

    /** The editions. */
    public List<Edition> editions() {
        return List.of(Edition.values());
    }

    /** What stands in the field of the edition. */
    public String entersEdition() {
        return told.entered("edition").orElse(shown.status().tenant().edition().name());
    }

    /** What stands in the field of the allowance; nothing for no limit. */
    public String entersAllowance() {
        return told.entered("allowance").orElseGet(this::seenAllowance);
    }

    /** The allowance as the form has it; nothing for no limit. */
    public String seenAllowance() {
        Allowance allowance = shown.status().tenant().allowance();
        return allowance.isUnlimited() ? "" : Integer.toString(allowance.calls());
    }

    /** The answer of the simulator. */
    public String answer(SimulateCost.Estimated estimated) {
        return texts().say(
                        "budget.simulated",
                        Map.of(
                                "people",
                                estimated.people(),
                                "likely",
                                estimated.asUsual().likely(),
                                "low",
                                estimated.asUsual().low(),
                                "high",
                                estimated.asUsual().high()));
    }

    /** What that means with the allowance of the customer. */
    public String consequence(SimulateCost.Estimated estimated) {
        Cost cost = estimated.cost();
        return texts().say(
                        "budget.simulatedStep." + estimated.step().name(),
                        Map.of(
                                "minutes",
                                view.windows().apply(estimated.step()).toMinutes(),
                                "likely",
                                cost.likely(),
                                "usable",
                                shown.status().usable()));
    }

    /** On what the answer rests. */
    public String basis(SimulateCost.Estimated estimated) {
        return texts().say(
                        "budget.simulatedFrom",
                        Map.of(
                                "mentions",
                                estimated.habits().count(),
                                "read",
                                estimated.habits().read(),
                                "people",
                                estimated.habits().people(),
                                "days",
                                estimated.habits().observed().toDays()));
    }
}
