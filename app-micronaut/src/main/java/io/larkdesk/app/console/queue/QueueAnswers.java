package io.larkdesk.app.console.queue;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Browser;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers with the queue. */
@Singleton
final class QueueAnswers {

    private final QueuePages queuePages;
    private final Pages pages;
    private final Notices notices;

    QueueAnswers(QueuePages queuePages, Pages pages, Notices notices) {
        this.queuePages = queuePages;
        this.pages = pages;
        this.notices = notices;
    }

    /** The page that the address asks for; for its script only what changes on it. */
    HttpResponse<?> show(HttpRequest<?> request, Staff staff, HttpStatus status, Told told) {
        boolean whole = !Browser.isScript(request);
        String template = whole ? "console/queue.jte" : "console/queuePieces.jte";
        return queuePages
                .find(staff, QueueFilter.of(request.getParameters(), staff.id()), told, whole)
                .<HttpResponse<?>>map(page -> Views.html(status, pages.page(template, page)))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    /** The same, saying what is wrong in {@code field}, with what was picked and written. */
    HttpResponse<?> refuse(
            HttpRequest<?> request, Staff staff, String field, String key, Set<String> picked, String resolution) {
        Told.Problem problem = new Told.Problem(field, staff.viewer().texts().say(key));
        return show(
                request,
                staff,
                HttpStatus.UNPROCESSABLE_ENTITY,
                new Told(0, List.of(), Optional.of(problem), picked, resolution));
    }
}
