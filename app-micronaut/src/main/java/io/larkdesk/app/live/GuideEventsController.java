package io.larkdesk.app.live;

import io.larkdesk.app.limits.Guessable;
import io.larkdesk.app.onboarding.GuideScopes;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.app.web.Notices;
import io.larkdesk.core.onboarding.Access;
import io.larkdesk.core.onboarding.ShowOnboarding;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.tenant.TenantId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** Opens the streams of those who have a customer's link and no account. */
@Guessable
@Controller("/guide/{token}/events")
final class GuideEventsController {

    private final GuideScopes scopes;
    private final Onlookers onlookers;
    private final ShowOnboarding showOnboarding;
    private final Notices notices;

    GuideEventsController(GuideScopes scopes, Onlookers onlookers, ShowOnboarding showOnboarding, Notices notices) {
        this.scopes = scopes;
        this.onlookers = onlookers;
        this.showOnboarding = showOnboarding;
        this.notices = notices;
    }

    /** That the customer may have come further, whenever it may. */
    @Get
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> follow(HttpRequest<?> request, String token) {
        Optional<TenantId> customer = BearerToken.parse(token)
                .flatMap(bearer ->
                        CurrentScope.in(scopes.of(bearer), () -> showOnboarding.execute(new Access.ByLink(bearer))))
                .map(shown -> shown.onboarding().tenant());
        if (customer.isEmpty()) {
            return notices.answer(request, Notice.NO_PAGE);
        }
        return onlookers.isFull(customer.get())
                ? notices.tooMany(request, EventsController.LATER)
                : HttpResponse.ok(new EventStream(onlookers.open(customer.get())))
                        .header("X-Accel-Buffering", "no");
    }
}
