package io.larkdesk.app.signin;

import io.larkdesk.app.limits.Guessable;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.AppPath;
import io.larkdesk.app.web.Notices;
import io.larkdesk.core.tenant.AppId;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes people back from Lark. Only the browser in which a sign-in began can end it, once and in time; whoever brings anything else
 * costs neither a session nor a call.
 */
@Guessable
@Controller("/thirdparty/lark/{appId}/oauth2/callback")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CallbackController {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackController.class);

    /** What Lark says when a person says no. */
    private static final String DENIED = "access_denied";

    private final Attempts attempts;
    private final Admission admission;
    private final Notices notices;

    CallbackController(Attempts attempts, Admission admission, Notices notices) {
        this.attempts = attempts;
        this.admission = admission;
        this.notices = notices;
    }

    /** Ends the attempt that {@code state} names, well or not. */
    @Get
    HttpResponse<?> end(
            HttpRequest<?> request,
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String code,
            @QueryValue @Nullable String error) {
        Optional<AppId> app = AppPath.of(request);
        if (app.isEmpty() || state == null || !Attempt.isState(state)) {
            return notices.answer(request, Notice.SIGN_IN_STALE);
        }
        Optional<Attempt> attempt = attempts.find(request, app.get(), state);
        MutableHttpResponse<?> answer = attempt.<MutableHttpResponse<?>>map(begun -> end(request, begun, code, error))
                .orElseGet(() -> notices.answer(request, Notice.SIGN_IN_STALE));
        return answer.cookie(attempts.drop(state));
    }

    private MutableHttpResponse<?> end(
            HttpRequest<?> request, Attempt attempt, @Nullable String code, @Nullable String error) {
        if (DENIED.equals(error)) {
            return notices.answer(request, Notice.SIGN_IN_CANCELLED, attempt.next());
        }
        if (code == null || code.isBlank()) {
            LOG.warn("app={} Lark sent neither a code nor that access is denied", attempt.app());
            return notices.answer(request, Notice.SIGN_IN_REFUSED, attempt.next());
        }
        return admission.execute(request, attempt, code);
    }
}
