package io.larkdesk.app.console.tenants;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.console.AppForm;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.console.TenantPaths;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.onboarding.AppChange;
import io.larkdesk.core.onboarding.ShowAppChange;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.lark.LarkConsole;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Leads staff through the change of a customer to another Lark app. */
@Controller("/console/tenants/{tenant}/app-change")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AppChangeController {

    private final ShowAppChange showAppChange;
    private final AppChangeSteps steps;
    private final LarkConsole larkConsole;
    private final ConsoleFrames consoleFrames;
    private final Pages pages;
    private final Notices notices;

    AppChangeController(
            ShowAppChange showAppChange,
            AppChangeSteps steps,
            LarkConsole larkConsole,
            ConsoleFrames consoleFrames,
            Pages pages,
            Notices notices) {
        this.showAppChange = showAppChange;
        this.steps = steps;
        this.larkConsole = larkConsole;
        this.consoleFrames = consoleFrames;
        this.pages = pages;
        this.notices = notices;
    }

    /** How far it has come. */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Staff staff, String tenant) {
        return draw(request, staff, tenant, HttpStatus.OK, Optional.empty(), "");
    }

    /** Begins, with another app, if Lark accepts it and it is the organisation's. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> begin(HttpRequest<?> request, Staff staff, String tenant, @Body Map<String, Object> fields) {
        AppForm form = AppForm.of(new Form(fields));
        String entered = form.entered().getOrDefault("app_id", "");
        return TenantPaths.parse(tenant)
                .<HttpResponse<?>>map(id -> steps.begin(staff, id, form)
                        .<HttpResponse<?>>map(refused ->
                                draw(request, staff, tenant, refused.status(), Optional.of(refused.problem()), entered))
                        .orElseGet(() -> HttpResponse.seeOther(URI.create(TenantPaths.appChange(id)))))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    /** Has the new app checked. */
    @Post("/preflight")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> check(HttpRequest<?> request, Staff staff, String tenant) {
        return TenantPaths.parse(tenant)
                .filter(id -> steps.check(staff, id))
                .<HttpResponse<?>>map(id -> HttpResponse.seeOther(URI.create(TenantPaths.appChange(id))))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    /** Changes to it. */
    @Post("/switch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, Staff staff, String tenant) {
        return TenantPaths.parse(tenant)
                .<HttpResponse<?>>map(id -> steps.change(staff, id)
                        .<HttpResponse<?>>map(refused ->
                                draw(request, staff, tenant, refused.status(), Optional.of(refused.problem()), ""))
                        .orElseGet(() -> HttpResponse.seeOther(URI.create(TenantPaths.tenant(id) + "?done=switched"))))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    /** Stays with the app that the customer has. */
    @Post("/give-up")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> giveUp(HttpRequest<?> request, Staff staff, String tenant) {
        return TenantPaths.parse(tenant)
                .filter(id -> steps.giveUp(staff, id))
                .<HttpResponse<?>>map(id -> HttpResponse.seeOther(URI.create(TenantPaths.tenant(id) + "?done=stayed")))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    private HttpResponse<?> draw(
            HttpRequest<?> request,
            Staff staff,
            String tenant,
            HttpStatus status,
            Optional<String> problem,
            String entered) {
        return TenantPaths.parse(tenant)
                .flatMap(id ->
                        showAppChange.execute(id, staff.id()).map(shown -> page(staff, id, shown, problem, entered)))
                .<HttpResponse<?>>map(page -> Views.html(status, pages.page("console/appChange.jte", page)))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    private AppChangePage page(
            Staff staff, TenantId id, ShowAppChange.Shown shown, Optional<String> problem, String entered) {
        return new AppChangePage(
                consoleFrames.around(staff, Section.TENANTS, TenantPaths.appChange(id)),
                shown,
                PreflightView.of(
                        staff.viewer(),
                        shown.change().flatMap(AppChange::preflight),
                        shown.change().map(change -> change.applied(shown.tenant())),
                        larkConsole),
                problem,
                entered);
    }
}
