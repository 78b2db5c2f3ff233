package io.larkdesk.app.console.tenants;

import io.larkdesk.app.console.Section;
import io.larkdesk.app.console.TenantPaths;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.deletion.GiveUpOnboarding;
import io.larkdesk.core.onboarding.Access;
import io.larkdesk.core.onboarding.ActivateTenant;
import io.larkdesk.core.onboarding.IssueGuideLink;
import io.larkdesk.core.onboarding.RevokeGuideLink;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What staff do to bring a customer into service. */
@Controller("/console/tenants/{tenant}")
@Produces(MediaType.ALL)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OnboardingController {

    private static final Logger LOG = LoggerFactory.getLogger(OnboardingController.class);

    private final OnboardingPages onboardingPages;
    private final TenantPages tenantPages;
    private final ActivateTenant activateTenant;
    private final IssueGuideLink issueGuideLink;
    private final RevokeGuideLink revokeGuideLink;
    private final GiveUpOnboarding giveUpOnboarding;
    private final Notices notices;

    OnboardingController(
            OnboardingPages onboardingPages,
            TenantPages tenantPages,
            ActivateTenant activateTenant,
            IssueGuideLink issueGuideLink,
            RevokeGuideLink revokeGuideLink,
            GiveUpOnboarding giveUpOnboarding,
            Notices notices) {
        this.onboardingPages = onboardingPages;
        this.tenantPages = tenantPages;
        this.activateTenant = activateTenant;
        this.issueGuideLink = issueGuideLink;
        this.revokeGuideLink = revokeGuideLink;
        this.giveUpOnboarding = giveUpOnboarding;
        this.notices = notices;
    }

    /** Takes the customer's Lark app. */
    @Post("/app")
    HttpResponse<?> enter(HttpRequest<?> request, Staff staff, String tenant, @Body Map<String, Object> fields) {
        return with(request, staff, tenant, access -> {
            Optional<OnboardingPages.Refused> refused = onboardingPages.enter(access, new Form(fields));
            if (refused.isEmpty()) {
                LOG.info("tenant={} its Lark app was entered by person={}", access.tenant(), staff.id());
                return Optional.of(back(access));
            }
            return onboardingPages.forStaff(staff, access, refused, Optional.empty());
        });
    }

    /** Notes that a step is done, or is not. */
    @Post("/steps")
    HttpResponse<?> say(HttpRequest<?> request, Staff staff, String tenant, @Body Map<String, Object> fields) {
        return with(
                request,
                staff,
                tenant,
                access -> onboardingPages.say(access, new Form(fields)) ? Optional.of(back(access)) : Optional.empty());
    }

    /** Has the Lark app checked, also that of a customer in service. */
    @Post("/preflight")
    HttpResponse<?> check(HttpRequest<?> request, Staff staff, String tenant) {
        return with(
                request,
                staff,
                tenant,
                access -> onboardingPages.check(access) ? Optional.of(back(access)) : Optional.empty());
    }

    /** Takes Lark's name for the organisation. */
    @Post("/name")
    HttpResponse<?> rename(HttpRequest<?> request, Staff staff, String tenant) {
        return with(
                request,
                staff,
                tenant,
                access -> onboardingPages.useLarksName(access) ? Optional.of(back(access)) : Optional.empty());
    }

    /** Puts the customer into service, and shows the link into its service group this once. */
    @Post("/activate")
    HttpResponse<?> activate(HttpRequest<?> request, Staff staff, String tenant) {
        return with(request, staff, tenant, access -> {
            ActivateTenant.Result result = activateTenant.execute(access);
            if (result instanceof ActivateTenant.Activated activated) {
                LOG.info("tenant={} is in service, by person={}", access.tenant(), staff.id());
                return tenantPages.activated(staff, activated);
            }
            if (result instanceof ActivateTenant.NothingThere) {
                return Optional.empty();
            }
            String why = result instanceof ActivateTenant.NoTam ? GuideView.NO_TAM : GuideView.NOT_VERIFIED;
            return onboardingPages.forStaff(
                    staff,
                    access,
                    Optional.of(new OnboardingPages.Refused(HttpStatus.CONFLICT, why, Map.of())),
                    Optional.empty());
        });
    }

    /** Makes the link for the customer's administrator, and shows it this once. */
    @Post("/guide")
    HttpResponse<?> issue(HttpRequest<?> request, Staff staff, String tenant) {
        return with(request, staff, tenant, access -> issueGuideLink
                .execute(access)
                .flatMap(token -> onboardingPages.forStaff(staff, access, Optional.empty(), Optional.of(token))));
    }

    /** Takes it back. */
    @Post("/guide/revoke")
    HttpResponse<?> revoke(HttpRequest<?> request, Staff staff, String tenant) {
        return with(
                request,
                staff,
                tenant,
                access -> revokeGuideLink.execute(access) ? Optional.of(back(access)) : Optional.empty());
    }

    /** Gives it up: nothing of it stays. */
    @Post("/give-up")
    HttpResponse<?> giveUp(HttpRequest<?> request, Staff staff, String tenant) {
        return with(request, staff, tenant, access -> {
            if (!giveUpOnboarding.execute(access)) {
                return Optional.empty();
            }
            LOG.info("tenant={} is not brought into service after all, as person={} says", access.tenant(), staff.id());
            return Optional.of(HttpResponse.seeOther(URI.create(Section.TENANTS.path() + "?done=givenUp")));
        });
    }

    private HttpResponse<?> with(
            HttpRequest<?> request,
            Staff staff,
            String tenant,
            Function<Access.ByStaff, Optional<HttpResponse<?>>> act) {
        return TenantPaths.parse(tenant)
                .flatMap(id -> act.apply(new Access.ByStaff(staff.id(), id)))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    private static HttpResponse<?> back(Access.ByStaff access) {
        return HttpResponse.seeOther(URI.create(TenantPaths.tenant(access.tenant())));
    }
}
