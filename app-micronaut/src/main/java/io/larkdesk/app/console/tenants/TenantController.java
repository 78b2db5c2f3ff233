package io.larkdesk.app.console.tenants;

import io.larkdesk.app.console.AppForm;
import io.larkdesk.app.console.TenantPaths;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Browser;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.onboarding.Access;
import io.larkdesk.core.onboarding.ChangeService;
import io.larkdesk.core.onboarding.ReplaceSecret;
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

/** Shows staff a customer, pauses its service and takes it up again, and replaces its App Secret. */
@Controller("/console/tenants/{tenant}")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TenantController {

    private static final Logger LOG = LoggerFactory.getLogger(TenantController.class);
    private static final Set<String> DONE =
            Set.of("suspended", "resumed", "replaced", "switched", "stayed", "appointed", "administrator", "dismissed");

    private final OnboardingPages onboardingPages;
    private final TenantPages tenantPages;
    private final ChangeService changeService;
    private final ReplaceSecret replaceSecret;
    private final Notices notices;

    TenantController(
            OnboardingPages onboardingPages,
            TenantPages tenantPages,
            ChangeService changeService,
            ReplaceSecret replaceSecret,
            Notices notices) {
        this.onboardingPages = onboardingPages;
        this.tenantPages = tenantPages;
        this.changeService = changeService;
        this.replaceSecret = replaceSecret;
        this.notices = notices;
    }

    /**
     * The customer, in service or on the way there; a script gets what may have changed of one on the way.
     *
     * @param done tells what was done just now
     */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Staff staff, String tenant, @QueryValue @Nullable String done) {
        if (Browser.isScript(request)) {
            return TenantPaths.parse(tenant)
                    .flatMap(id -> onboardingPages.stateForStaff(staff, new Access.ByStaff(staff.id(), id)))
                    .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
        }
        return TenantPaths.parse(tenant)
                .flatMap(id -> onboardingPages.forStaff(
                        staff, new Access.ByStaff(staff.id(), id), Optional.empty(), Optional.empty()))
                .orElseGet(() -> show(
                        request,
                        staff,
                        tenant,
                        HttpStatus.OK,
                        Optional.ofNullable(done).filter(DONE::contains),
                        Optional.empty()));
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            Staff staff,
            String tenant,
            HttpStatus status,
            Optional<String> done,
            Optional<String> problem) {
        return TenantPaths.parse(tenant)
                .flatMap(id -> tenantPages.show(staff, id, status, done, problem))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    /** Pauses the service. */
    @Post("/suspend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> suspend(HttpRequest<?> request, Staff staff, String tenant) {
        return change(request, staff, tenant, true);
    }

    /** Takes it up again. */
    @Post("/resume")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> resume(HttpRequest<?> request, Staff staff, String tenant) {
        return change(request, staff, tenant, false);
    }

    private HttpResponse<?> change(HttpRequest<?> request, Staff staff, String tenant, boolean suspended) {
        Optional<TenantId> id = TenantPaths.parse(tenant);
        if (id.isEmpty()) {
            return notices.answer(request, Notice.NO_PAGE);
        }
        return switch (changeService.execute(new ChangeService.Command(staff.id(), id.get(), suspended))) {
            case DONE -> {
                LOG.info("tenant={} service {} by person={}", id.get(), suspended ? "paused" : "taken up", staff.id());
                yield done(id.get(), suspended ? "suspended" : "resumed");
            }
            case NOT_IN_SERVICE ->
                show(request, staff, tenant, HttpStatus.CONFLICT, Optional.empty(), Optional.of("notInService"));
            case LEAVING -> show(request, staff, tenant, HttpStatus.CONFLICT, Optional.empty(), Optional.of("leaving"));
            case NOTHING_THERE -> notices.answer(request, Notice.NO_PAGE);
        };
    }

    /** Takes another secret, if Lark accepts it. */
    @Post("/secret")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> replace(HttpRequest<?> request, Staff staff, String tenant, @Body Map<String, Object> fields) {
        AppForm form = AppForm.of(new Form(fields));
        Optional<TenantId> id = TenantPaths.parse(tenant);
        if (id.isEmpty()) {
            return notices.answer(request, Notice.NO_PAGE);
        }
        if (form.secret().isEmpty()) {
            return problem(request, staff, tenant, "secret");
        }
        ReplaceSecret.Result result = replaceSecret.execute(
                new ReplaceSecret.Command(staff.id(), id.get(), form.secret().get()));
        if (result instanceof ReplaceSecret.Refused refused) {
            LOG.warn("tenant={} Lark does not accept the new secret: {}", id.get(), refused.reason());
            return problem(request, staff, tenant, "refused");
        }
        if (result instanceof ReplaceSecret.NothingThere) {
            return notices.answer(request, Notice.NO_PAGE);
        }
        LOG.info("tenant={} secret replaced by person={}", id.get(), staff.id());
        return done(id.get(), "replaced");
    }

    private HttpResponse<?> problem(HttpRequest<?> request, Staff staff, String tenant, String key) {
        return show(request, staff, tenant, HttpStatus.UNPROCESSABLE_ENTITY, Optional.empty(), Optional.of(key));
    }

    private static HttpResponse<?> done(TenantId tenant, String key) {
        return HttpResponse.seeOther(URI.create(TenantPaths.tenant(tenant) + "?done=" + key));
    }
}
