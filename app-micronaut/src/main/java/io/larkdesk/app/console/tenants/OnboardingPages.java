package io.larkdesk.app.console.tenants;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.config.Settings;
import io.larkdesk.app.console.AppForm;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.console.TenantPaths;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.page.Viewer;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.onboarding.Access;
import io.larkdesk.core.onboarding.AppAddresses;
import io.larkdesk.core.onboarding.CheckConfiguration;
import io.larkdesk.core.onboarding.DeskAddress;
import io.larkdesk.core.onboarding.EnterApp;
import io.larkdesk.core.onboarding.GuideStep;
import io.larkdesk.core.onboarding.SayStep;
import io.larkdesk.core.onboarding.ShowOnboarding;
import io.larkdesk.core.onboarding.UseLarksName;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.lark.LarkConsole;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Shows how a customer comes into service, to staff and to whoever has the customer's link, and takes what either tells. */
@Singleton
final class OnboardingPages {

    private final ShowOnboarding showOnboarding;
    private final EnterApp enterApp;
    private final SayStep sayStep;
    private final CheckConfiguration checkConfiguration;
    private final UseLarksName useLarksName;
    private final DeskAddress desk;
    private final URI publicUrl;
    private final LarkConsole larkConsole;
    private final ConsoleFrames consoleFrames;
    private final Pages pages;

    OnboardingPages(
            ShowOnboarding showOnboarding,
            EnterApp enterApp,
            SayStep sayStep,
            CheckConfiguration checkConfiguration,
            UseLarksName useLarksName,
            DeskAddress desk,
            Settings settings,
            LarkConsole larkConsole,
            ConsoleFrames consoleFrames,
            Pages pages) {
        this.showOnboarding = showOnboarding;
        this.enterApp = enterApp;
        this.sayStep = sayStep;
        this.checkConfiguration = checkConfiguration;
        this.useLarksName = useLarksName;
        this.desk = desk;
        this.publicUrl = settings.publicUrl();
        this.larkConsole = larkConsole;
        this.consoleFrames = consoleFrames;
        this.pages = pages;
    }

    /**
     * What was told and refused.
     *
     * @param status of the answer
     * @param wrong the field, or what else it was
     * @param entered the fields, but never the secret
     */
    record Refused(HttpStatus status, String wrong, Map<String, String> entered) {}

    /** The page for staff; empty if there is nothing for them, or the customer is in service. */
    Optional<HttpResponse<?>> forStaff(
            Staff staff, Access.ByStaff access, Optional<Refused> refused, Optional<BearerToken> link) {
        return page(staff, access, refused, link)
                .map(page -> Views.html(status(refused), pages.page("console/onboarding.jte", page)));
    }

    /** Of the same, what may have changed. */
    Optional<HttpResponse<?>> stateForStaff(Staff staff, Access.ByStaff access) {
        return page(staff, access, Optional.empty(), Optional.empty())
                .map(page -> Views.html(pages.page("console/onboardingState.jte", page)));
    }

    private Optional<OnboardingPage> page(
            Staff staff, Access.ByStaff access, Optional<Refused> refused, Optional<BearerToken> link) {
        String path = TenantPaths.tenant(access.tenant());
        return showOnboarding
                .execute(access)
                .filter(shown -> !shown.onboarding().isOver())
                .map(shown -> new OnboardingPage(
                        consoleFrames.around(staff, Section.TENANTS, path),
                        view(staff.viewer(), path, Optional.of(staff.visitor().csrf()), shown, refused),
                        link.map(token -> publicUrl + TenantPaths.guide(token))));
    }

    /** The page for whoever has the link; empty if it opens nothing. */
    Optional<HttpResponse<?>> forCustomer(Viewer viewer, BearerToken token, Optional<Refused> refused) {
        return guide(viewer, token, refused)
                .map(view -> Views.html(status(refused), pages.page("console/guide.jte", view)));
    }

    /** Of the same, what may have changed. */
    Optional<HttpResponse<?>> stateForCustomer(Viewer viewer, BearerToken token) {
        return guide(viewer, token, Optional.empty())
                .map(view -> Views.html(pages.page("console/guideState.jte", view)));
    }

    private Optional<GuideView> guide(Viewer viewer, BearerToken token, Optional<Refused> refused) {
        return showOnboarding
                .execute(new Access.ByLink(token))
                .map(shown -> view(viewer, TenantPaths.guide(token), Optional.empty(), shown, refused));
    }

    private GuideView view(
            Viewer viewer, String path, Optional<String> csrf, ShowOnboarding.Shown shown, Optional<Refused> refused) {
        return new GuideView(
                viewer,
                path,
                csrf,
                shown,
                publicUrl,
                shown.tenant().map(tenant -> new AppAddresses(desk, tenant.appId())),
                PreflightView.of(viewer, shown.preflight(), shown.tenant(), larkConsole),
                larkConsole,
                refused.map(Refused::entered).orElse(Map.of()),
                refused.map(Refused::wrong));
    }

    private static HttpStatus status(Optional<Refused> refused) {
        return refused.map(Refused::status).orElse(HttpStatus.OK);
    }

    /** Takes the Lark app in {@code form}, and has it checked; empty if it is stored. */
    Optional<Refused> enter(Access access, Form form) {
        AppForm app = AppForm.of(form);
        Optional<OrganisationName> organisation =
                Optional.ofNullable(app.entered().get("organisation")).flatMap(OrganisationName::parse);
        Optional<String> wrong = organisation.isEmpty() ? Optional.of("organisation") : app.wrongField(true);
        if (wrong.isPresent()) {
            return Optional.of(new Refused(HttpStatus.UNPROCESSABLE_ENTITY, wrong.get(), app.entered()));
        }
        EnterApp.Result result = enterApp.execute(new EnterApp.Command(
                access,
                organisation.orElseThrow(),
                app.appId().orElseThrow(),
                app.secret(),
                app.brand().orElseThrow(),
                app.edition().orElseThrow()));
        return switch (result) {
            case STORED -> {
                checkConfiguration.execute(access);
                yield Optional.empty();
            }
            case NOTHING_THERE -> Optional.of(new Refused(HttpStatus.NOT_FOUND, "gone", Map.of()));
            case APP_TAKEN -> Optional.of(new Refused(HttpStatus.CONFLICT, GuideView.TAKEN, app.entered()));
            case SECRET_MISSING ->
                Optional.of(new Refused(HttpStatus.UNPROCESSABLE_ENTITY, "app_secret", app.entered()));
        };
    }

    /** Has the Lark app checked; whether there is one, and something for whoever came so. */
    boolean check(Access access) {
        return switch (checkConfiguration.execute(access)) {
            case CHECKED, CHANGED -> true;
            case NO_APP, NOTHING_THERE -> false;
        };
    }

    /** Calls the customer what Lark does; whether Lark has another name. */
    boolean useLarksName(Access access) {
        return useLarksName.execute(access);
    }

    /** Takes what {@code form} says of a step; whether that is one, and there is something for whoever came so. */
    boolean say(Access access, Form form) {
        Optional<GuideStep> step = form.constant("step", GuideStep.class).filter(one -> one != GuideStep.CREDENTIALS);
        return step.isPresent()
                && sayStep.execute(new SayStep.Command(
                        access,
                        step.get(),
                        form.text("done").filter("true"::equals).isPresent()));
    }
}
