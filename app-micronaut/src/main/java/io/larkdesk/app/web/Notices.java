package io.larkdesk.app.web;

import io.larkdesk.app.limits.Places;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.NoticePage;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.page.Texts;
import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.tenant.AppId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers with a notice: as a page where somebody looks at it, else as a problem document. */
@Singleton
public final class Notices {

    private static final String PAGE = "text/html; charset=utf-8";
    private static final Duration LARK_AGAIN = Duration.ofSeconds(10);

    private final Apps apps;
    private final Pages pages;
    private final JsonMapper json;

    Notices(Apps apps, Pages pages, JsonMapper json) {
        this.apps = apps;
        this.pages = pages;
        this.json = json;
    }

    /** Says {@code notice}, with its own status. */
    public MutableHttpResponse<?> answer(HttpRequest<?> request, Notice notice) {
        return answer(request, notice, Map.of());
    }

    /** Says {@code notice}, naming what {@link NoticePage#words} tells of. */
    public MutableHttpResponse<?> answer(HttpRequest<?> request, Notice notice, Map<String, String> words) {
        return answer(request, notice, notice.status(), words, Destinations.of(notice, request, apps.of(request)));
    }

    /** Says {@code notice}, whose button leads to {@code next}, a path of our own. */
    public MutableHttpResponse<?> answer(HttpRequest<?> request, Notice notice, String next) {
        return answer(request, notice, notice.status(), Map.of(), Optional.of(next));
    }

    /** Says why an entrance is closed. */
    public MutableHttpResponse<?> answer(HttpRequest<?> request, Entrance.Closed closed) {
        return answer(request, closed.notice(), closed.words());
    }

    /** Says {@code notice} to somebody who is to sign in, and to end at {@code next}. */
    public MutableHttpResponse<?> answer(HttpRequest<?> request, Notice notice, LocalPath next) {
        return answer(request, notice, notice.status(), Map.of(), Optional.of(Addresses.login(next)));
    }

    /** Says that these were too many requests, and when the next may come. */
    public MutableHttpResponse<?> tooMany(HttpRequest<?> request, Duration after) {
        return answer(request, Notice.TOO_MANY).header(HttpHeaders.RETRY_AFTER, seconds(after));
    }

    /** Says that as much is going on as can be done, and when to ask again. */
    MutableHttpResponse<?> busy(HttpRequest<?> request) {
        return answer(request, Notice.BUSY)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(Places.againAfterSeconds()));
    }

    /**
     * Tells the page's script why what was sent is refused.
     *
     * @param status the answer's
     * @param problem the end of a text's key that begins with {@code problem.}
     * @param words what the text names
     */
    public MutableHttpResponse<?> refused(HttpRequest<?> request, int status, String problem, Map<String, ?> words) {
        Texts texts = viewer(request).texts();
        return document(new Problem(
                Problem.type("refused"),
                texts.say("live.notSent"),
                status,
                texts.say("problem." + problem, words),
                RequestIds.of(request),
                null,
                problem));
    }

    /** Says {@code notice} with another status than its own. */
    MutableHttpResponse<?> answer(HttpRequest<?> request, Notice notice, int status) {
        return answer(request, notice, status, Map.of(), Destinations.of(notice, request, apps.of(request)));
    }

    private MutableHttpResponse<?> answer(
            HttpRequest<?> request, Notice notice, int status, Map<String, String> words, Optional<String> next) {
        Map<String, String> named = new HashMap<>(words);
        apps.of(request).map(AppId::value).ifPresent(app -> named.putIfAbsent("app", app));
        String reference = RequestIds.of(request);
        boolean shown = notice.isCopyable() || (status >= 500 && notice != Notice.BUSY);
        NoticePage page =
                new NoticePage(viewer(request), notice, named, shown ? Optional.of(reference) : Optional.empty(), next);
        MutableHttpResponse<?> answer = Browser.wantsPage(request)
                ? page(request, page, status)
                : document(new Problem(
                        Problem.type(notice.key()),
                        page.say("title"),
                        status,
                        page.say("text"),
                        reference,
                        status == 401 ? login(request) : null,
                        null));
        return notice.triesAgain() ? answer.header(HttpHeaders.RETRY_AFTER, seconds(LARK_AGAIN)) : answer;
    }

    private MutableHttpResponse<?> page(HttpRequest<?> request, NoticePage page, int status) {
        MutableHttpResponse<String> answer =
                HttpResponse.<String>status(HttpStatus.valueOf(status)).header(HttpHeaders.CONTENT_TYPE, PAGE);
        return request.getMethod() == HttpMethod.HEAD ? answer : answer.body(pages.notice(page));
    }

    private MutableHttpResponse<?> document(Problem problem) {
        try {
            return HttpResponse.<String>status(HttpStatus.valueOf(problem.status()))
                    .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .body(json.writeValueAsString(problem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String login(HttpRequest<?> request) {
        return apps.of(request).map(Addresses::login).orElse(null);
    }

    private static Viewer viewer(HttpRequest<?> request) {
        return request.getAttribute(Attributes.VIEWER, Viewer.class).orElseGet(() -> Browser.viewer(request));
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
    }
}
