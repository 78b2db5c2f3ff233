package io.larkdesk.app.console.budgets;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.console.Told;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budgeting.BudgetStatus;
import io.larkdesk.core.budgeting.ListBudgets;
import io.larkdesk.core.budgeting.ShowBudget;
import io.larkdesk.core.reminder.ReminderPolicies;
import io.larkdesk.core.tenant.TenantId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Shows staff budgets. */
@Singleton
public final class BudgetPages {

    private final ListBudgets listBudgets;
    private final ShowBudget showBudget;
    private final BudgetPolicy policy;
    private final ReminderPolicies reminders;
    private final ConsoleFrames consoleFrames;
    private final Pages pages;

    BudgetPages(
            ListBudgets listBudgets,
            ShowBudget showBudget,
            BudgetPolicy policy,
            ReminderPolicies reminders,
            ConsoleFrames consoleFrames,
            Pages pages) {
        this.listBudgets = listBudgets;
        this.showBudget = showBudget;
        this.policy = policy;
        this.reminders = reminders;
        this.consoleFrames = consoleFrames;
        this.pages = pages;
    }

    /** At most {@code limit} of those that are at risk; none if that is none of the business of {@code staff}. */
    public List<BudgetView> listAtRisk(Staff staff, int limit) {
        return listBudgets.execute(staff.id()).orElseGet(List::of).stream()
                .filter(BudgetStatus::isAtRisk)
                .limit(limit)
                .map(budget -> view(staff, budget))
                .toList();
    }

    /** All of them; empty if that is none of the business of {@code staff}. */
    Optional<HttpResponse<?>> list(Staff staff) {
        return listBudgets
                .execute(staff.id())
                .map(budgets -> new BudgetsPage(
                        consoleFrames.around(staff, Section.BUDGETS, Section.BUDGETS.path()),
                        budgets.stream().map(budget -> view(staff, budget)).toList()))
                .map(page -> Views.html(HttpStatus.OK, pages.page("console/budgets.jte", page)));
    }

    /** One; empty if there is no such customer for {@code staff}. */
    Optional<HttpResponse<?>> show(Staff staff, TenantId tenant, HttpStatus status, Simulation simulation, Told told) {
        return showBudget
                .execute(tenant, staff.id())
                .map(shown -> new BudgetPage(
                        consoleFrames.around(staff, Section.BUDGETS, BudgetView.path(shown.status())),
                        view(staff, shown.status()),
                        shown,
                        simulation,
                        told))
                .map(page -> Views.html(status, pages.page("console/budget.jte", page)));
    }

    private BudgetView view(Staff staff, BudgetStatus status) {
        return new BudgetView(
                staff.viewer(),
                status,
                step -> policy.windowAt(step, reminders.of(status.tenant()).window()));
    }
}
