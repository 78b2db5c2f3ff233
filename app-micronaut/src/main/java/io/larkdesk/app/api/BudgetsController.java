package io.larkdesk.app.api;

import io.larkdesk.app.api.Views.BudgetView;
import io.larkdesk.core.budgeting.ListBudgets;
import io.larkdesk.core.budgeting.ShowBudget;
import io.larkdesk.core.token.TokenScope;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the customers' Lark calls come to this month. */
@Controller(ApiPath.ROOT)
@Tag(name = "Budgets")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BudgetsController {

    private final ListBudgets listBudgets;
    private final ShowBudget showBudget;

    BudgetsController(ListBudgets listBudgets, ShowBudget showBudget) {
        this.listBudgets = listBudgets;
        this.showBudget = showBudget;
    }

    /** Lists where the budgets of the token's person's customers stand. Needs the scope budgets:read. */
    @Get("/budgets")
    @Scoped(TokenScope.BUDGETS_READ)
    HttpResponse<Listed<BudgetView>> listBudgets(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String limit) {
        int most = Fields.pageSize(limit);
        return Listed.cut(
                        listBudgets.execute(caller.id()).orElseThrow(Refusal::notThere).stream()
                                .map(BudgetView::of)
                                .toList(),
                        budget -> budget.tenant().toString(),
                        Cursor.read(after, Optional::of),
                        most)
                .answer(request);
    }

    /** Shows where the budget of one customer stands. Needs the scope budgets:read. */
    @Get("/budgets/{tenant}")
    @Scoped(TokenScope.BUDGETS_READ)
    BudgetView showBudget(@Parameter(hidden = true) Caller caller, String tenant) {
        return showBudget
                .execute(Things.tenant(tenant), caller.id())
                .map(shown -> BudgetView.of(shown.status()))
                .orElseThrow(Refusal::notThere);
    }
}
