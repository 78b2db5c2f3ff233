package io.larkdesk.app.signin;

import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.AppPath;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.SessionCookies;
import io.larkdesk.core.person.CloseSession;
import io.larkdesk.core.person.SessionToken;
import io.larkdesk.core.tenant.AppId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** Signs people out, also those whose session is over, or whose organisation is not in service any more. */
@Controller("/lark/{appId}/sign-out")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignOutController {

    private final CloseSession closeSession;
    private final SessionCookies sessions;
    private final Notices notices;

    SignOutController(CloseSession closeSession, SessionCookies sessions, Notices notices) {
        this.closeSession = closeSession;
        this.sessions = sessions;
        this.notices = notices;
    }

    /** Ends the browser's session with the app. The page that says so has the device forget drafts and what is not sent yet. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signOut(HttpRequest<?> request) {
        Optional<AppId> app = AppPath.of(request);
        if (app.isEmpty()) {
            return notices.answer(request, Notice.NOT_SET_UP);
        }
        sessions.find(request, app.get()).map(SessionToken::key).ifPresent(closeSession::execute);
        return notices.answer(request, Notice.SIGNED_OUT).cookie(sessions.drop(app.get()));
    }
}
