package io.larkdesk.app.console;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.limits.Guessable;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.onboarding.BecomeAdministrator;
import io.larkdesk.core.onboarding.ShowSetup;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets whoever has the link of a deployment without an administrator, and has signed in through the provider's app, become that. */
@Guessable
@Controller(Addresses.SETUP + "/administrator")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AdministratorController {

    private static final Logger LOG = LoggerFactory.getLogger(AdministratorController.class);

    private final ShowSetup showSetup;
    private final BecomeAdministrator becomeAdministrator;
    private final Pages pages;
    private final Notices notices;

    AdministratorController(
            ShowSetup showSetup, BecomeAdministrator becomeAdministrator, Pages pages, Notices notices) {
        this.showSetup = showSetup;
        this.becomeAdministrator = becomeAdministrator;
        this.pages = pages;
        this.notices = notices;
    }

    /** Asks who has signed in. */
    @Get
    HttpResponse<?> ask(HttpRequest<?> request, Visitor visitor, @QueryValue @Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(BearerToken::parse)
                .filter(token -> showSetup.execute(token).isPresent())
                .<HttpResponse<?>>map(token -> Views.html(pages.page(
                        "console/administrator.jte",
                        new AdministratorPage(
                                visitor.viewer(),
                                visitor.csrf(),
                                token.reveal(),
                                visitor.tenant().organisation(),
                                visitor.person().name().value()))))
                .orElseGet(() -> notices.answer(request, Notice.SETUP_OVER));
    }

    /** Makes the visitor the administrator. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> become(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> fields) {
        return new Form(fields)
                .text("code")
                .flatMap(BearerToken::parse)
                .flatMap(token ->
                        becomeAdministrator.execute(token, visitor.person().id()))
                .<HttpResponse<?>>map(administrator -> {
                    LOG.info("person={} is the first administrator", administrator.id());
                    return HttpResponse.seeOther(URI.create(Addresses.CONSOLE));
                })
                .orElseGet(() -> notices.answer(request, Notice.SETUP_OVER));
    }
}
