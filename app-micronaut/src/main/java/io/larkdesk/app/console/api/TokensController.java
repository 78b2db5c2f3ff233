package io.larkdesk.app.console.api;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.token.IssueToken;
import io.larkdesk.core.token.ListTokens;
import io.larkdesk.core.token.RevokeToken;
import io.larkdesk.core.token.TokenId;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets administrators and TAMs make tokens for the provider's systems, and withdraw them. A token's secret is shown once, where it is made. */
@Controller(Addresses.CONSOLE + "/api")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TokensController {

    private static final Logger LOG = LoggerFactory.getLogger(TokensController.class);
    private static final String REVOKED = "revoked";

    private final ListTokens listTokens;
    private final IssueToken issueToken;
    private final RevokeToken revokeToken;
    private final ConsoleFrames consoleFrames;
    private final Pages pages;
    private final Notices notices;

    TokensController(
            ListTokens listTokens,
            IssueToken issueToken,
            RevokeToken revokeToken,
            ConsoleFrames consoleFrames,
            Pages pages,
            Notices notices) {
        this.listTokens = listTokens;
        this.issueToken = issueToken;
        this.revokeToken = revokeToken;
        this.consoleFrames = consoleFrames;
        this.pages = pages;
        this.notices = notices;
    }

    /**
     * The page.
     *
     * @param done tells what was done just now
     */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Staff staff, @QueryValue @Nullable String done) {
        return show(request, staff, HttpStatus.OK, REVOKED.equals(done) ? Told.done(REVOKED) : Told.NOTHING);
    }

    private HttpResponse<?> show(HttpRequest<?> request, Staff staff, HttpStatus status, Told told) {
        return listTokens
                .execute(staff.id())
                .map(entries ->
                        new TokensPage(consoleFrames.around(staff, Section.API, Section.API.path()), entries, told))
                .<HttpResponse<?>>map(page -> Views.html(status, pages.page("console/tokens.jte", page)))
                .orElseGet(() -> notices.answer(request, Notice.NOT_ALLOWED));
    }

    /** Makes a token, and shows its secret. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> issue(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        TokenForm form = new TokenForm(fields);
        Optional<String> wrong = form.wrongField();
        if (wrong.isPresent()) {
            return show(request, staff, HttpStatus.UNPROCESSABLE_ENTITY, Told.wrong(wrong.get(), form.entered()));
        }
        IssueToken.Result result = issueToken.execute(new IssueToken.Command(
                staff.id(),
                form.label().orElseThrow(),
                form.scopes(),
                form.lifetime().orElseThrow()));
        if (result instanceof IssueToken.Issued issued) {
            LOG.info(
                    "token={} with {} was made by person={}",
                    issued.token().id(),
                    issued.token().scopes(),
                    staff.id());
            return show(request, staff, HttpStatus.CREATED, Told.issued(issued));
        }
        return result instanceof IssueToken.TooMany
                ? show(request, staff, HttpStatus.CONFLICT, Told.wrong("tooMany", form.entered()))
                : notices.answer(request, Notice.NOT_ALLOWED);
    }

    /** Withdraws a token. */
    @Post("/{token}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revoke(HttpRequest<?> request, Staff staff, String token) {
        return Form.findId(token)
                .map(TokenId::new)
                .flatMap(id -> revokeToken.execute(new RevokeToken.Command(staff.id(), id)))
                .<HttpResponse<?>>map(revoked -> {
                    LOG.info("token={} was withdrawn by person={}", revoked.id(), staff.id());
                    return HttpResponse.seeOther(URI.create(Section.API.path() + "?done=" + REVOKED));
                })
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }
}
