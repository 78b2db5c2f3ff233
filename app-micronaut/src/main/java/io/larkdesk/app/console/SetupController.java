package io.larkdesk.app.console;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.limits.Guessable;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Browser;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.LocalPath;
import io.larkdesk.app.web.Notices;
import io.larkdesk.core.onboarding.DeskAddress;
import io.larkdesk.core.onboarding.SetUpProvider;
import io.larkdesk.core.onboarding.ShowSetup;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.tenant.Tenant;
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

/** Lets whoever has the link of a deployment without an administrator name the provider's Lark app, and sign in through it. */
@Guessable
@Controller(Addresses.SETUP)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SetupController {

    private static final Logger LOG = LoggerFactory.getLogger(SetupController.class);

    private final ShowSetup showSetup;
    private final SetUpProvider setUpProvider;
    private final DeskAddress desk;
    private final Pages pages;
    private final Notices notices;

    SetupController(ShowSetup showSetup, SetUpProvider setUpProvider, DeskAddress desk, Pages pages, Notices notices) {
        this.showSetup = showSetup;
        this.setUpProvider = setUpProvider;
        this.desk = desk;
        this.pages = pages;
        this.notices = notices;
    }

    /** The page: the provider's app is to be named, or somebody is to sign in through it. */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, @QueryValue @Nullable String code) {
        return token(code)
                .flatMap(token -> showSetup
                        .execute(token)
                        .<HttpResponse<?>>map(shown -> show(
                                request, HttpStatus.OK, token, shown, Map.of(), Optional.empty(), Optional.empty())))
                .orElseGet(() -> notices.answer(request, Notice.SETUP_OVER));
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            HttpStatus status,
            BearerToken token,
            ShowSetup.Shown shown,
            Map<String, String> entered,
            Optional<String> problem,
            Optional<String> field) {
        Optional<Tenant> confirmed = shown.provider().filter(Tenant::isInService);
        return Views.html(
                status,
                pages.page(
                        "console/setup.jte",
                        new SetupPage(
                                Browser.viewer(request),
                                token.reveal(),
                                desk,
                                confirmed.map(provider ->
                                        new SetupPage.Provider(provider.organisation(), login(provider, token))),
                                entered,
                                problem,
                                field)));
    }

    private static String login(Tenant provider, BearerToken token) {
        return Addresses.login(
                new LocalPath(provider.appId(), Addresses.SETUP + "/administrator?code=" + token.reveal()));
    }

    /** Takes the provider's Lark app. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> enter(HttpRequest<?> request, @Body Map<String, Object> fields) {
        Form form = new Form(fields);
        Optional<BearerToken> token = form.text("code").flatMap(BearerToken::parse);
        Optional<ShowSetup.Shown> shown = token.flatMap(showSetup::execute);
        if (token.isEmpty() || shown.isEmpty()) {
            return notices.answer(request, Notice.SETUP_OVER);
        }
        AppForm app = AppForm.of(form);
        Optional<String> wrong = app.wrongField(false);
        if (wrong.isPresent()) {
            return show(
                    request, HttpStatus.UNPROCESSABLE_ENTITY, token.get(), shown.get(), app.entered(), wrong, wrong);
        }
        SetUpProvider.Result result = setUpProvider.execute(new SetUpProvider.Command(
                token.get(),
                app.appId().orElseThrow(),
                app.secret().orElseThrow(),
                app.brand().orElseThrow(),
                app.edition().orElseThrow()));
        if (result instanceof SetUpProvider.Done done) {
            LOG.info(
                    "The provider is {}, app={}",
                    done.provider().organisation(),
                    done.provider().appId());
            return HttpResponse.seeOther(
                    URI.create(Addresses.SETUP + "?code=" + token.get().reveal()));
        }
        if (result instanceof SetUpProvider.NotConfirmed refused) {
            LOG.warn(
                    "app={} Lark does not confirm the provider's app: {}",
                    app.appId().orElseThrow(),
                    refused.reason());
            return show(
                    request,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    token.get(),
                    shown.get(),
                    app.entered(),
                    Optional.of("refused"),
                    Optional.of("app_secret"));
        }
        if (result instanceof SetUpProvider.OtherApp) {
            return show(
                    request,
                    HttpStatus.CONFLICT,
                    token.get(),
                    shown.get(),
                    app.entered(),
                    Optional.of("other"),
                    Optional.of("app_id"));
        }
        return result instanceof SetUpProvider.InService
                ? HttpResponse.seeOther(
                        URI.create(Addresses.SETUP + "?code=" + token.get().reveal()))
                : notices.answer(request, Notice.SETUP_OVER);
    }

    private static Optional<BearerToken> token(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(BearerToken::parse);
    }
}
