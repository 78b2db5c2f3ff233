package io.larkdesk.app.chat;

import io.larkdesk.app.page.GroupDialog;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.page.ReadersPage;
import io.larkdesk.app.page.WhyPage;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Browser;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.ShowReaders;
import io.larkdesk.core.conversation.ShowReaders.Readers;
import io.larkdesk.core.conversation.TurnPages;
import io.larkdesk.core.conversation.TurnPages.Page;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.reminder.ExplainMention;
import io.larkdesk.core.reminder.Explanation;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows more of a conversation, who has read it, and who was told of it. */
@Controller("/lark/{appId}/groups/{group}/messages")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class ReadController {

    private static final String MORE = "X-More";

    private final TurnPages turnPages;
    private final ShowReaders showReaders;
    private final ExplainMention explainMention;
    private final Dialogs dialogs;
    private final Pages pages;
    private final Notices notices;

    ReadController(
            TurnPages turnPages,
            ShowReaders showReaders,
            ExplainMention explainMention,
            Dialogs dialogs,
            Pages pages,
            Notices notices) {
        this.turnPages = turnPages;
        this.showReaders = showReaders;
        this.explainMention = explainMention;
        this.dialogs = dialogs;
        this.pages = pages;
        this.notices = notices;
    }

    /** The messages just {@code before} or just {@code after} one; whether there are more stands in a header. */
    @Get
    HttpResponse<?> turn(
            HttpRequest<?> request,
            Visitor visitor,
            String group,
            @QueryValue @Nullable String before,
            @QueryValue @Nullable String after) {
        Optional<Long> first = Form.findNumber(before);
        Optional<Long> last = Form.findNumber(after);
        if (first.isPresent() == last.isPresent()) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        return GroupId.parse(group)
                .flatMap(id -> first.isPresent()
                        ? turnPages.back(id, visitor.person().id(), first.get())
                        : turnPages.forward(id, visitor.person().id(), last.orElseThrow()))
                .<HttpResponse<?>>map(page -> fragment(visitor, group, page))
                .orElseGet(() -> notices.answer(request, Notice.NOTHING_HERE));
    }

    private HttpResponse<?> fragment(Visitor visitor, String group, Page page) {
        GroupId id = GroupId.parse(group).orElseThrow();
        return Views.html(pages.messages(
                        Views.audience(visitor), Views.messages(page.messages(), Views.people(page.people(), id))))
                .header(MORE, Boolean.toString(page.more()));
    }

    /** Who has read the person's own message. */
    @Get("/{seq}/readers")
    HttpResponse<?> readers(HttpRequest<?> request, Visitor visitor, String group, String seq) {
        return Messages.find(group, seq)
                .flatMap(id -> showReaders
                        .execute(id, visitor.person().id())
                        .map(readers -> draw(request, visitor, id, readers)))
                .<HttpResponse<?>>map(Views::html)
                .orElseGet(() -> notices.answer(request, Notice.NOTHING_HERE));
    }

    /** Why the person was reminded of a message, or was not. */
    @Get("/{seq}/reminder")
    HttpResponse<?> explain(HttpRequest<?> request, Visitor visitor, String group, String seq) {
        return Messages.find(group, seq)
                .flatMap(id -> explainMention
                        .execute(id, visitor.person().id())
                        .map(explanation -> why(visitor, id, explanation)))
                .<HttpResponse<?>>map(
                        page -> dialogs.show(request, HttpStatus.OK, page, pages::whyFragment, pages::why))
                .orElseGet(() -> notices.answer(request, Notice.NOTHING_HERE));
    }

    private static WhyPage why(Visitor visitor, MessageId id, Explanation explanation) {
        String group = MessageAnswers.group(visitor, id.group());
        return new WhyPage(
                new GroupDialog(
                        visitor.viewer(),
                        visitor.csrf(),
                        group,
                        visitor.person().name().value()),
                at(group, id),
                Addresses.quietTime(visitor.tenant().appId()),
                explanation);
    }

    private static String at(String group, MessageId id) {
        return group + "?m=" + id.seq() + "#m-" + id.seq();
    }

    private String draw(HttpRequest<?> request, Visitor visitor, MessageId id, Readers readers) {
        ReadersPage page = new ReadersPage(
                visitor.viewer(),
                readers.group().name(),
                at(MessageAnswers.group(visitor, id.group()), id),
                Views.list(readers.read(), id.group()),
                Views.list(readers.unread(), id.group()));
        return Browser.isScript(request) ? pages.readersFragment(page) : pages.readers(page);
    }
}
