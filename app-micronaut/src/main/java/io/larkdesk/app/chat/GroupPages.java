package io.larkdesk.app.chat;

import io.larkdesk.app.config.Settings;
import io.larkdesk.app.files.FileProblem;
import io.larkdesk.app.page.Conversation;
import io.larkdesk.app.page.Draft;
import io.larkdesk.app.page.Frame;
import io.larkdesk.app.page.GroupPage;
import io.larkdesk.app.page.MessageView;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.page.PersonView;
import io.larkdesk.app.page.TicketPanel;
import io.larkdesk.app.page.TicketPanel.Told;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.OpenGroup;
import io.larkdesk.core.conversation.OpenGroup.OpenedGroup;
import io.larkdesk.core.conversation.ReadCursor;
import io.larkdesk.core.group.GroupId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Draws the page of a group. */
@Singleton
final class GroupPages {

    private final OpenGroup openGroup;
    private final TicketPages ticketPages;
    private final Frames frames;
    private final Rails rails;
    private final Pages pages;
    private final Settings settings;

    GroupPages(
            OpenGroup openGroup, TicketPages ticketPages, Frames frames, Rails rails, Pages pages, Settings settings) {
        this.openGroup = openGroup;
        this.ticketPages = ticketPages;
        this.frames = frames;
        this.rails = rails;
        this.pages = pages;
        this.settings = settings;
    }

    /**
     * What somebody wants of the page.
     *
     * @param opened the message for which the person comes
     * @param editing the message whose words the person wants to change
     * @param to the person whom the composer is to call
     * @param refused what was sent, and cannot be taken
     */
    record Wish(Optional<Long> opened, Optional<Long> editing, Optional<UUID> to, Optional<Refused> refused) {

        /** Just the page. */
        static final Wish NOTHING = new Wish(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** The page with what was refused. */
        static Wish refusing(Optional<Long> editing, Refused refused) {
            return new Wish(Optional.empty(), editing, Optional.empty(), Optional.of(refused));
        }
    }

    /**
     * What is no message.
     *
     * @param body the words
     * @param problem why not
     */
    record Refused(String body, FileProblem problem) {

        /** Words that are none. */
        Refused(String body, MessageBody.Problem problem) {
            this(body, new FileProblem(422, problem.name(), Map.of()));
        }
    }

    /** What the group's page shows; empty if there is no such group for the visitor. */
    Optional<OpenedGroup> open(Visitor visitor, GroupId group, Wish wish) {
        Optional<Long> around = wish.opened().or(wish::editing);
        return openGroup.execute(new OpenGroup.Command(group, visitor.person().id(), around));
    }

    /** The page of a group, whatever kind it is. */
    String draw(Visitor visitor, OpenedGroup opened, Wish wish) {
        return draw(
                visitor,
                opened,
                wish,
                opened.group()
                        .group()
                        .fold(
                                service -> Optional.empty(),
                                ticket -> ticketPages.find(visitor, ticket.id(), Told.NOTHING)));
    }

    /** The page, with what is known of the ticket if it is a ticket's group. */
    String draw(Visitor visitor, OpenedGroup opened, Wish wish, Optional<TicketPanel> ticket) {
        return pages.group(assemble(visitor, opened, wish, ticket));
    }

    /** The list of the visitor's groups, of which {@code group} is shown; empty if there is no such group for the visitor. */
    Optional<String> rail(Visitor visitor, GroupId group) {
        return rails.around(visitor.person().id(), group)
                .map(groups ->
                        pages.railFragment(frames.around(visitor, Optional.empty(), Optional.empty(), groups, "")));
    }

    private GroupPage assemble(Visitor visitor, OpenedGroup opened, Wish wish, Optional<TicketPanel> ticket) {
        GroupId group = opened.group().group().id();
        Map<UUID, PersonView> people = Views.people(opened.people(), group);
        Frame frame = frames.around(
                visitor,
                opened.provider(),
                opened.tam().map(tam -> Views.person(tam, group)),
                rails.of(visitor.person().id(), opened.groups(), Optional.of(opened.group())),
                "/groups/" + group);
        return new GroupPage(
                frame,
                group.toString(),
                opened.group().group().name(),
                opened.group().group().fold(service -> service.plan().value(), none -> ""),
                opened.readers().size(),
                conversation(opened, people, wish),
                draft(visitor, opened, people, wish),
                wish.editing(),
                settings.attachments().maxSize(),
                ticket);
    }

    private static Conversation conversation(OpenedGroup opened, Map<UUID, PersonView> people, Wish wish) {
        List<MessageView> messages = Views.messages(opened.stretch().messages(), people);
        boolean some = !messages.isEmpty();
        return new Conversation(
                messages,
                some && messages.get(0).seq() > 1,
                some
                        && messages.get(messages.size() - 1).seq()
                                < opened.stretch().end().seq(),
                opened.stretch().end().toString(),
                opened.stretch().readUpTo(),
                opened.group().unread().messages(),
                opened.readers().stream()
                        .collect(Collectors.toMap(reader -> reader.person().value(), ReadCursor::upTo)),
                wish.opened());
    }

    private static Draft draft(Visitor visitor, OpenedGroup opened, Map<UUID, PersonView> people, Wish wish) {
        if (wish.refused().isPresent()) {
            Refused refused = wish.refused().get();
            String problem = visitor.viewer()
                    .texts()
                    .say("problem." + refused.problem().key(), refused.problem().words());
            return new Draft(refused.body(), namesIn(refused.body(), people), Optional.of(problem));
        }
        return wish.to()
                .filter(to -> opened.readers().stream()
                        .anyMatch(reader -> reader.person().value().equals(to)))
                .map(people::get)
                .map(Draft::to)
                .orElse(Draft.EMPTY);
    }

    private static Map<UUID, String> namesIn(String body, Map<UUID, PersonView> people) {
        return people.values().stream()
                .filter(person -> body.contains("<@" + person.id() + ">"))
                .collect(Collectors.toMap(PersonView::id, PersonView::name));
    }
}
