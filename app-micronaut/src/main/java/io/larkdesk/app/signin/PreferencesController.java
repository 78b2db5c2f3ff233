package io.larkdesk.app.signin;

import io.larkdesk.app.page.Theme;
import io.larkdesk.app.web.Browser;
import io.larkdesk.app.web.LocalPath;
import io.larkdesk.app.web.OwnCookies;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.person.ChooseLanguage;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.tenant.AppId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Takes a person's choice of language, which the desk keeps, and of brightness and what Enter does, which the browser keeps. */
@Controller("/lark/{appId}/preferences")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PreferencesController {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Set<String> ENTER = Set.of("send", Browser.ENTER_BREAKS);

    private final ChooseLanguage chooseLanguage;
    private final OwnCookies cookies;

    PreferencesController(ChooseLanguage chooseLanguage, OwnCookies cookies) {
        this.chooseLanguage = chooseLanguage;
        this.cookies = cookies;
    }

    /** Takes what is chosen of {@code language}, {@code theme} and {@code enter}, and leads to {@code next}; what is none of our words changes nothing. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> choose(Visitor visitor, @Body Map<String, String> form) {
        field(form, "language")
                .flatMap(PreferencesController::language)
                .ifPresent(language -> chooseLanguage.execute(visitor.person().id(), language));
        AppId app = visitor.tenant().appId();
        LocalPath next = field(form, "next")
                .flatMap(text -> LocalPath.parse(app, text))
                .orElseGet(() -> LocalPath.workbench(app));
        MutableHttpResponse<?> answer = HttpResponse.seeOther(URI.create(next.value()));
        field(form, "theme")
                .flatMap(Theme::parse)
                .ifPresent(theme -> answer.cookie(cookies.plain(Browser.THEME_COOKIE, theme.token(), YEAR)));
        field(form, "enter")
                .filter(ENTER::contains)
                .ifPresent(enter -> answer.cookie(cookies.plain(Browser.ENTER_COOKIE, enter, YEAR)));
        return answer;
    }

    private static Optional<Language> language(String token) {
        return Arrays.stream(Language.values())
                .filter(language -> language.locale().getLanguage().equals(token))
                .findFirst();
    }

    private static Optional<String> field(Map<String, String> form, String name) {
        return Optional.ofNullable(form.get(name)).map(Objects::toString);
    }
}
