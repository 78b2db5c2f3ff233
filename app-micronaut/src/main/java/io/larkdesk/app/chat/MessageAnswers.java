package io.larkdesk.app.chat;

import io.larkdesk.app.chat.GroupPages.Refused;
import io.larkdesk.app.chat.GroupPages.Wish;
import io.larkdesk.app.page.MessageView;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.page.PersonView;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Browser;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.NamePeople;
import io.larkdesk.core.group.GroupId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a person is answered who wrote something: the page's script gets the piece that changed, everybody else is led to it. */
@Singleton
final class MessageAnswers {

    private final NamePeople namePeople;
    private final GroupPages groupPages;
    private final Pages pages;
    private final Notices notices;

    MessageAnswers(NamePeople namePeople, GroupPages groupPages, Pages pages, Notices notices) {
        this.namePeople = namePeople;
        this.groupPages = groupPages;
        this.pages = pages;
        this.notices = notices;
    }

    /** The visitor's own message, as it stands now. */
    HttpResponse<?> own(HttpRequest<?> request, Visitor visitor, Message message) {
        if (Browser.isScript(request)) {
            MessageView view = MessageView.of(message, people(visitor, message));
            return Views.html(pages.message(Views.audience(visitor), view));
        }
        long seq = message.id().seq();
        return HttpResponse.seeOther(URI.create(group(visitor, message.id().group()) + "?m=" + seq + "#m-" + seq));
    }

    /** What cannot be taken, as a new message or in the place of {@code editing}. */
    HttpResponse<?> refused(
            HttpRequest<?> request, Visitor visitor, GroupId group, Optional<Long> editing, Refused refused) {
        if (Browser.isScript(request)) {
            return notices.refused(
                    request,
                    refused.problem().status(),
                    refused.problem().key(),
                    refused.problem().words());
        }
        Wish wish = Wish.refusing(editing, refused);
        return groupPages
                .open(visitor, group, wish)
                .<HttpResponse<?>>map(opened -> Views.html(
                        HttpStatus.valueOf(refused.problem().status()), groupPages.draw(visitor, opened, wish)))
                .orElseGet(() -> nothingHere(request));
    }

    /** What is not the visitor's does not exist. */
    HttpResponse<?> nothingHere(HttpRequest<?> request) {
        return notices.answer(request, Notice.NOTHING_HERE);
    }

    /** The ticket is closed, and with it its group. */
    HttpResponse<?> closed(HttpRequest<?> request, Visitor visitor, GroupId group) {
        return notices.answer(request, Notice.TICKET_CLOSED, group(visitor, group));
    }

    HttpResponse<?> senseless(HttpRequest<?> request) {
        return notices.answer(request, Notice.BAD_REQUEST);
    }

    /** The address of the group's page. */
    static String group(Visitor visitor, GroupId group) {
        return Addresses.group(visitor.tenant().appId(), group);
    }

    /** The author is known already; others have to be looked up only if they are mentioned. */
    private Map<UUID, PersonView> people(Visitor visitor, Message message) {
        GroupId group = message.id().group();
        boolean mentions = message.words()
                .filter(words -> !words.body().mentionedPersons().isEmpty())
                .isPresent();
        return Views.people(mentions ? namePeople.execute(group, List.of(message)) : List.of(visitor.person()), group);
    }
}
