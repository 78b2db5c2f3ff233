package io.larkdesk.app.signin;

import io.larkdesk.app.web.AppPath;
import io.larkdesk.app.web.Entrances;
import io.larkdesk.app.web.LocalPath;
import io.larkdesk.app.web.Notices;
import io.larkdesk.core.person.SignIn;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends people to Lark to be identified; inside Lark they come back without a click. */
@Controller("/thirdparty/lark/{appId}/login")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LoginController {

    private final Entrances entrances;
    private final Attempts attempts;
    private final SignIn signIn;
    private final Secrets secrets;
    private final Callback callback;
    private final Notices notices;

    LoginController(
            Entrances entrances,
            Attempts attempts,
            SignIn signIn,
            Secrets secrets,
            Callback callback,
            Notices notices) {
        this.entrances = entrances;
        this.attempts = attempts;
        this.signIn = signIn;
        this.secrets = secrets;
        this.callback = callback;
        this.notices = notices;
    }

    /** Begins; {@code next} is where the person ends up, if it is one of the app's pages. */
    @Get
    HttpResponse<?> begin(HttpRequest<?> request, @QueryValue @Nullable String next) {
        return entrances
                .find(AppPath.of(request))
                .fold(
                        tenant -> begin(request, tenant, destination(tenant.appId(), next)),
                        closed -> notices.answer(request, closed));
    }

    private static LocalPath destination(AppId app, @Nullable String next) {
        return Optional.ofNullable(next)
                .flatMap(text -> LocalPath.parse(app, text))
                .orElseGet(() -> LocalPath.workbench(app));
    }

    private HttpResponse<?> begin(HttpRequest<?> request, Tenant tenant, LocalPath next) {
        Attempt attempt = attempts.begin(next);
        URI lark = signIn.authorizePage(
                tenant.larkApp(secrets), callback.of(tenant.appId()), attempt.state(), attempt.challenge());
        MutableHttpResponse<?> answer = HttpResponse.seeOther(lark).cookie(attempts.hold(attempt));
        attempts.makeRoom(request).forEach(answer::cookie);
        return answer;
    }
}
