package io.larkdesk.app.chat;

import io.larkdesk.app.chat.GroupPages.Wish;
import io.larkdesk.app.page.GroupDialog;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.page.TicketPanel;
import io.larkdesk.app.page.TicketPanel.Origin;
import io.larkdesk.app.page.TicketPanel.Told;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Browser;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.ticket.FindTicket;
import io.larkdesk.core.ticket.Ticket;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** Answers with a ticket's page, or with what may have changed of it for the page's script. */
@Singleton
final class TicketAnswers {

    private final FindTicket findTicket;
    private final TicketPages ticketPages;
    private final GroupPages groupPages;
    private final Frames frames;
    private final Rails rails;
    private final Pages pages;
    private final Notices notices;

    TicketAnswers(
            FindTicket findTicket,
            TicketPages ticketPages,
            GroupPages groupPages,
            Frames frames,
            Rails rails,
            Pages pages,
            Notices notices) {
        this.findTicket = findTicket;
        this.ticketPages = ticketPages;
        this.groupPages = groupPages;
        this.frames = frames;
        this.rails = rails;
        this.pages = pages;
        this.notices = notices;
    }

    /** What is to be said about the ticket whose {@code number} stands in the address, if there is one for the visitor. */
    HttpResponse<?> about(
            HttpRequest<?> request, Visitor visitor, String number, Function<GroupId, HttpResponse<?>> answer) {
        return Addresses.ticketNumber(number)
                .flatMap(parsed -> findTicket.execute(parsed, visitor.person().id()))
                .<HttpResponse<?>>map(answer)
                .orElseGet(() -> notices.answer(request, Notice.NOTHING_HERE));
    }

    /** The ticket as it is. */
    HttpResponse<?> show(HttpRequest<?> request, Visitor visitor, GroupId group, Wish wish) {
        return answer(request, visitor, group, HttpStatus.OK, Told.NOTHING, wish);
    }

    /** The ticket as it is, and what came of what the visitor wanted. */
    HttpResponse<?> told(HttpRequest<?> request, Visitor visitor, GroupId group, HttpStatus status, Told told) {
        return answer(request, visitor, group, status, told, Wish.NOTHING);
    }

    private HttpResponse<?> answer(
            HttpRequest<?> request, Visitor visitor, GroupId group, HttpStatus status, Told told, Wish wish) {
        return ticketPages
                .find(visitor, group, told)
                .<HttpResponse<?>>map(panel -> answer(request, visitor, group, status, panel, wish))
                .orElseGet(() -> notices.answer(request, Notice.NOTHING_HERE));
    }

    /** What the visitor wanted is done: the page's script gets the ticket as it is, everybody else is led to it. */
    HttpResponse<?> done(HttpRequest<?> request, Visitor visitor, GroupId group, String number) {
        return Browser.isScript(request)
                ? told(request, visitor, group, HttpStatus.OK, Told.NOTHING)
                : HttpResponse.seeOther(
                        URI.create(Addresses.ticket(visitor.tenant().appId(), number)));
    }

    private HttpResponse<?> answer(
            HttpRequest<?> request, Visitor visitor, GroupId group, HttpStatus status, TicketPanel panel, Wish wish) {
        if (Browser.isScript(request)) {
            return Views.html(
                    status,
                    pages.ticketFragment(
                            panel,
                            frames.around(
                                    visitor,
                                    Optional.empty(),
                                    Optional.empty(),
                                    rails.around(visitor.person().id(), group)
                                            .orElseGet(() ->
                                                    rails.of(visitor.person().id())),
                                    "")));
        }
        return Views.html(
                status,
                groupPages
                        .open(visitor, group, wish)
                        .map(opened -> groupPages.draw(visitor, opened, wish, Optional.of(panel)))
                        .orElseGet(() -> pages.ticket(around(visitor, panel), panel)));
    }

    private static GroupDialog around(Visitor visitor, TicketPanel panel) {
        Ticket ticket = panel.ticket();
        return new GroupDialog(
                visitor.viewer(),
                visitor.csrf(),
                panel.origin()
                        .map(Origin::path)
                        .orElseGet(() -> Addresses.workbench(visitor.tenant().appId())),
                ticket.number() + " " + ticket.title());
    }
}
