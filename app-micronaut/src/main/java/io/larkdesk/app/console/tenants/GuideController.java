package io.larkdesk.app.console.tenants;

import io.larkdesk.app.console.TenantPaths;
import io.larkdesk.app.limits.Guessable;
import io.larkdesk.app.onboarding.GuideScopes;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.app.web.Browser;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.core.onboarding.Access;
import io.larkdesk.core.shared.BearerToken;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.function.Function;

/** What a customer's administrator, who has a link and no account, does to come into service. */
@Guessable
@Controller(TenantPaths.GUIDE + "/{token}")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class GuideController {

    private final GuideScopes scopes;
    private final OnboardingPages onboardingPages;
    private final Notices notices;

    GuideController(GuideScopes scopes, OnboardingPages onboardingPages, Notices notices) {
        this.scopes = scopes;
        this.onboardingPages = onboardingPages;
        this.notices = notices;
    }

    /** The steps; a script gets what may have changed of them. */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, String token) {
        return with(
                request,
                token,
                bearer -> Browser.isScript(request)
                        ? onboardingPages.stateForCustomer(Browser.viewer(request), bearer)
                        : onboardingPages.forCustomer(Browser.viewer(request), bearer, Optional.empty()));
    }

    /** Takes the customer's Lark app. */
    @Post("/app")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> enter(HttpRequest<?> request, String token, @Body Map<String, Object> fields) {
        return with(request, token, bearer -> {
            Optional<OnboardingPages.Refused> refused =
                    scopes.amongAll(() -> onboardingPages.enter(new Access.ByLink(bearer), new Form(fields)));
            return refused.isEmpty()
                    ? Optional.of(back(bearer))
                    : onboardingPages.forCustomer(Browser.viewer(request), bearer, refused);
        });
    }

    /** Has the Lark app checked. */
    @Post("/preflight")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> check(HttpRequest<?> request, String token) {
        return with(
                request,
                token,
                bearer -> onboardingPages.check(new Access.ByLink(bearer))
                        ? Optional.of(back(bearer))
                        : Optional.empty());
    }

    /** Takes Lark's name for the organisation. */
    @Post("/name")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> rename(HttpRequest<?> request, String token) {
        return with(
                request,
                token,
                bearer -> onboardingPages.useLarksName(new Access.ByLink(bearer))
                        ? Optional.of(back(bearer))
                        : Optional.empty());
    }

    /** Notes that a step is done, or is not. */
    @Post("/steps")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> say(HttpRequest<?> request, String token, @Body Map<String, Object> fields) {
        return with(
                request,
                token,
                bearer -> onboardingPages.say(new Access.ByLink(bearer), new Form(fields))
                        ? Optional.of(back(bearer))
                        : Optional.empty());
    }

    private HttpResponse<?> with(
            HttpRequest<?> request, String token, Function<BearerToken, Optional<HttpResponse<?>>> act) {
        return BearerToken.parse(token)
                .flatMap(bearer -> CurrentScope.in(scopes.of(bearer), () -> act.apply(bearer)))
                .orElseGet(() -> notices.answer(request, Notice.GUIDE_OVER));
    }

    private static HttpResponse<?> back(BearerToken token) {
        return HttpResponse.seeOther(URI.create(TenantPaths.guide(token)));
    }
}
