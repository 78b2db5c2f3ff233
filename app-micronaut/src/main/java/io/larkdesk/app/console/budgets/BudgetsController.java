package io.larkdesk.app.console.budgets;

import io.larkdesk.app.console.Told;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.budgeting.ChangeAllowance;
import io.larkdesk.core.budgeting.SimulateCost;
import io.larkdesk.core.tenant.CallTerms;
import io.larkdesk.core.tenant.TenantId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows staff the budgets of their customers, says what more people would cost, and lets those who may change an allowance. */
@Controller(Addresses.CONSOLE + "/budgets")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class BudgetsController {

    private static final Logger LOG = LoggerFactory.getLogger(BudgetsController.class);
    private static final String CHANGED = "changed";
    private static final String SAME = "same";
    private static final Set<String> DONE = Set.of(CHANGED, SAME);

    private final BudgetPages budgetPages;
    private final ChangeAllowance changeAllowance;
    private final SimulateCost simulateCost;
    private final Notices notices;

    BudgetsController(
            BudgetPages budgetPages, ChangeAllowance changeAllowance, SimulateCost simulateCost, Notices notices) {
        this.budgetPages = budgetPages;
        this.changeAllowance = changeAllowance;
        this.simulateCost = simulateCost;
        this.notices = notices;
    }

    /** All that are for the viewer, those at risk first. */
    @Get
    HttpResponse<?> list(HttpRequest<?> request, Staff staff) {
        return budgetPages.list(staff).orElseGet(() -> notices.answer(request, Notice.NO_ROLE));
    }

    /**
     * One of them.
     *
     * @param people for how many people the simulator is asked
     * @param done tells what was done just now
     */
    @Get("/{tenant}")
    HttpResponse<?> show(
            HttpRequest<?> request,
            Staff staff,
            String tenant,
            @QueryValue @Nullable String people,
            @QueryValue @Nullable String done) {
        return parse(tenant)
                .flatMap(id -> {
                    Simulation simulation = Optional.ofNullable(people)
                            .map(asked -> simulate(staff, id, asked))
                            .orElse(Simulation.NOTHING);
                    return budgetPages.show(
                            staff,
                            id,
                            simulation.isWrong() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK,
                            simulation,
                            Optional.ofNullable(done)
                                    .filter(DONE::contains)
                                    .map(Told::done)
                                    .orElse(Told.NOTHING));
                })
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    private static Optional<TenantId> parse(String tenant) {
        return Form.findId(tenant).map(TenantId::new);
    }

    private Simulation simulate(Staff staff, TenantId tenant, String asked) {
        Optional<Integer> people = Form.findNumber(asked.strip())
                .filter(number -> number >= 1 && number <= SimulateCost.MOST_PEOPLE)
                .map(Long::intValue);
        return new Simulation(
                asked.strip(),
                people.flatMap(number -> simulateCost.execute(new SimulateCost.Command(staff.id(), tenant, number))),
                people.isEmpty());
    }

    /** Changes the allowance, from now on. */
    @Post("/{tenant}/allowance")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, Staff staff, String tenant, @Body Map<String, Object> fields) {
        AllowanceForm form = new AllowanceForm(fields);
        Optional<TenantId> id = parse(tenant);
        if (id.isEmpty()) {
            return notices.answer(request, Notice.NO_PAGE);
        }
        Optional<String> wrong = form.wrongField();
        if (wrong.isPresent()) {
            return problem(request, staff, id.get(), form, HttpStatus.UNPROCESSABLE_ENTITY, wrong.get(), wrong.get());
        }
        CallTerms wanted = form.wanted().orElseThrow();
        // A form that does not say what was seen was made by nobody's page: what it would overwrite is unknown
        Optional<CallTerms> seen = form.seen();
        if (seen.isEmpty()) {
            return problem(request, staff, id.get(), form, HttpStatus.UNPROCESSABLE_ENTITY, "stale", "allowance");
        }
        ChangeAllowance.Result result = changeAllowance.execute(new ChangeAllowance.Command(
                staff.id(), id.get(), seen.get(), wanted, form.reason().orElseThrow()));
        return switch (result) {
            case CHANGED -> {
                LOG.info("tenant={} has {} from now on, by person={}", id.get(), wanted, staff.id());
                yield done(id.get(), CHANGED);
            }
            case THE_SAME -> done(id.get(), SAME);
            case MORE_THAN_EDITION ->
                problem(request, staff, id.get(), form, HttpStatus.UNPROCESSABLE_ENTITY, "allowance", "allowance");
            case STALE -> problem(request, staff, id.get(), form, HttpStatus.CONFLICT, "stale", "allowance");
            case NOTHING_THERE -> notices.answer(request, Notice.NO_PAGE);
        };
    }

    private HttpResponse<?> problem(
            HttpRequest<?> request,
            Staff staff,
            TenantId tenant,
            AllowanceForm form,
            HttpStatus status,
            String problem,
            String field) {
        return budgetPages
                .show(staff, tenant, status, Simulation.NOTHING, Told.wrong(problem, field, form.entered()))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    private static HttpResponse<?> done(TenantId tenant, String what) {
        return HttpResponse.seeOther(URI.create(Addresses.CONSOLE + "/budgets/" + tenant.value() + "?done=" + what));
    }
}
