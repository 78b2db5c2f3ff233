package io.larkdesk.app.console.roster;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;

/** What the roster's forms are answered with. */
@Singleton
final class RosterAnswers {

    private final RosterPages rosterPages;
    private final Pages pages;
    private final Notices notices;

    RosterAnswers(RosterPages rosterPages, Pages pages, Notices notices) {
        this.rosterPages = rosterPages;
        this.pages = pages;
        this.notices = notices;
    }

    HttpResponse<?> show(HttpRequest<?> request, Staff staff, HttpStatus status, LocalDate day, Told told) {
        return rosterPages
                .show(staff, day, told)
                .<HttpResponse<?>>map(page -> Views.html(status, pages.page("console/roster.jte", page)))
                .orElseGet(() -> notices.answer(request, Notice.NO_ROLE));
    }

    /** The page with what was entered, and the field in which it makes no sense. */
    HttpResponse<?> wrong(HttpRequest<?> request, Staff staff, RosterForm form, String field) {
        Told told = Told.wrong(field, form.entered());
        return show(request, staff, HttpStatus.UNPROCESSABLE_ENTITY, week(form, staff), told);
    }

    /** The page as it stands now, since what the form was about is not there any more. */
    HttpResponse<?> gone(HttpRequest<?> request, Staff staff, RosterForm form) {
        return show(request, staff, HttpStatus.CONFLICT, week(form, staff), Told.because("gone"));
    }

    HttpResponse<?> badRequest(HttpRequest<?> request) {
        return notices.answer(request, Notice.BAD_REQUEST);
    }

    HttpResponse<?> notAllowed(HttpRequest<?> request) {
        return notices.answer(request, Notice.NOT_ALLOWED);
    }

    boolean mayPlan(Staff staff) {
        return rosterPages
                .show(staff, today(staff), Told.NOTHING)
                .filter(RosterPage::mayPlan)
                .isPresent();
    }

    static LocalDate today(Staff staff) {
        return dayOf(staff.viewer().now(), staff);
    }

    static LocalDate dayOf(Instant at, Staff staff) {
        return staff.viewer().times().day(at);
    }

    /** The week that was shown when the form was sent. */
    static LocalDate week(RosterForm form, Staff staff) {
        return form.week().orElseGet(() -> today(staff));
    }

    /** On to the week in which {@code day} is. */
    static HttpResponse<?> back(LocalDate day) {
        return HttpResponse.seeOther(URI.create(RosterPage.path(RosterPages.monday(day))));
    }
}
