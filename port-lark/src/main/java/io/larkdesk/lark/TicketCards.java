package io.larkdesk.lark;

import io.larkdesk.core.reminder.Matter;
import io.larkdesk.core.reminder.Matter.AboutTicket;
import io.larkdesk.core.reminder.MessageReminder;
import io.larkdesk.core.reminder.MessageReminder.Item;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.card.CardElement;
import io.larkdesk.lark.card.CardElement.Button;
import io.larkdesk.lark.card.CardElement.Fact;
import io.larkdesk.lark.card.CardElement.Text;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts one thing about one ticket on a card: it is the recipient's now, a customer waits, it is resolved, or otherwise changed. */
final class TicketCards {

    private static final int LONGEST_TITLE = 140;
    private static final int TITLE_LINES = 2;
    private static final int LINES = 4;

    private final DeskLinks links;

    TicketCards(DeskLinks links) {
        this.links = links;
    }

    Card assigned(Tenant tenant, MessageReminder reminder, Matter.Assigned assigned) {
        Words words = wordsFor(reminder);
        Item item = reminder.items().get(0);
        AboutTicket ticket = assigned.ticket();
        List<CardElement> body = new ArrayList<>();
        body.add(heading(ticket));
        body.add(new Fact(words.say("assigned.customer"), ReminderCards.name(ticket.organisation())));
        ticket.product().ifPresent(product -> body.add(new Fact(words.say("assigned.product"), product.name())));
        String openedAt = words.at(ticket.openedAt(), reminder.asOf(), reminder.zone());
        body.add(new Fact(
                words.say("assigned.opened"),
                words.say("assigned.opened.by", ReminderCards.name(ticket.opener()), openedAt)));
        String why = words.say("assigned.why." + assigned.why(), ReminderCards.name(item.author()));
        body.add(new Text(why, Text.Look.NOTE, TITLE_LINES));
        URI page = links.message(tenant, item.message());
        body.add(new Button(words.say("ticket.open"), Button.Weight.PRIMARY, page));
        return new Card(
                Card.Template.BLUE,
                words.say("assigned.title"),
                "",
                Optional.of(tag(words, ticket)),
                words.say("assigned.summary", ticket.number(), severity(words, ticket), ticket.title()),
                page,
                body);
    }

    Card hurried(Tenant tenant, MessageReminder reminder, Matter.Hurried hurried) {
        Words words = wordsFor(reminder);
        Item item = reminder.items().get(0);
        URI page = links.message(tenant, item.message());
        String where = words.say(
                "one.where",
                ReminderCards.name(hurried.ticket().organisation()),
                ago(words, reminder, item.postedAt()));
        return new Card(
                Card.Template.ORANGE,
                words.say("reminder.title"),
                "",
                Optional.of(tag(words, hurried.ticket())),
                summary(words, item),
                page,
                List.of(
                        heading(hurried.ticket()),
                        new Text(asks(words, reminder, item), Text.Look.NORMAL, LINES),
                        new Text(where, Text.Look.NOTE, 1),
                        new Button(words.say("ticket.open"), Button.Weight.PRIMARY, page)));
    }

    Card resolved(Tenant tenant, MessageReminder reminder, Matter.Resolved resolved) {
        Words words = wordsFor(reminder);
        Item item = reminder.items().get(0);
        URI page = links.message(tenant, item.message());
        String by = words.say("one.where", ReminderCards.name(item.author()), ago(words, reminder, item.postedAt()));
        List<CardElement> body = new ArrayList<>();
        body.add(heading(resolved.ticket()));
        if (!resolved.word().isBlank()) {
            body.add(new Text(resolved.word(), Text.Look.NORMAL, LINES));
        }
        body.add(new Text(by, Text.Look.NOTE, 1));
        body.add(new Text(words.say("resolved.ask"), Text.Look.NORMAL, LINES));
        body.add(new Button(words.say("resolved.open"), Button.Weight.PRIMARY, page));
        return new Card(
                Card.Template.GREEN,
                words.say("resolved.title"),
                words.say("resolved.summary", resolved.ticket().number(), resolved.word()),
                page,
                body);
    }

    Card changed(Tenant tenant, MessageReminder reminder, Matter.Changed changed) {
        Words words = wordsFor(reminder);
        Item item = reminder.items().get(0);
        URI page = links.message(tenant, item.message());
        AboutTicket ticket = changed.ticket();
        String how = words.say("changed." + changed.how(), ReminderCards.name(item.author()));
        String title = title(words, changed);
        return new Card(
                template(changed),
                title,
                "",
                Optional.of(tag(words, ticket)),
                words.say("changed.summary", ticket.number(), title),
                page,
                List.of(
                        heading(ticket),
                        new Text(how, Text.Look.NORMAL, LINES),
                        new Text(ago(words, reminder, item.postedAt()), Text.Look.NOTE, 1),
                        new Button(words.say("ticket.open"), Button.Weight.PRIMARY, page)));
    }

    /** What happened, in no word of a user's. */
    static String title(Words words, Matter.Changed changed) {
        return words.say("changed." + changed.how() + ".title", severity(words, changed.ticket()));
    }

    /** Of the colour that says somebody waits, where that is so. */
    static Card.Template template(Matter.Changed changed) {
        return changed.how() == Matter.How.AWAITING_CUSTOMER ? Card.Template.ORANGE : Card.Template.BLUE;
    }

    /** Who asks for speed, and with which ticket. */
    static String summary(Words words, Item item) {
        String who = ReminderCards.name(item.author());
        return item.matter()
                .hurried()
                .map(hurried -> words.say("reminder.summary", hurried.ticket().number(), who))
                .orElse(who);
    }

    /** Who asks for speed, and when the service team said something, the last time. */
    static String asks(Words words, MessageReminder reminder, Item item) {
        String who = ReminderCards.name(item.author());
        return item.matter()
                .hurried()
                .flatMap(Matter.Hurried::lastReplyAt)
                .map(at -> words.say("reminder.asks", who, ago(words, reminder, at)))
                .orElseGet(() -> words.say("reminder.asks.unanswered", who));
    }

    private static Text heading(AboutTicket ticket) {
        String title = ReminderCards.cut(ticket.number() + " " + ticket.title(), LONGEST_TITLE);
        return new Text(title, Text.Look.HEADING, TITLE_LINES);
    }

    private static Card.Tag tag(Words words, AboutTicket ticket) {
        return new Card.Tag(severity(words, ticket), colour(ticket.severity()));
    }

    private static String severity(Words words, AboutTicket ticket) {
        return words.say("severity." + ticket.severity());
    }

    private static Card.Colour colour(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Card.Colour.RED;
            case HIGH -> Card.Colour.ORANGE;
            case NORMAL, LOW -> Card.Colour.NEUTRAL;
        };
    }

    private static String ago(Words words, MessageReminder reminder, Instant at) {
        return words.ago(Duration.between(at, reminder.asOf()));
    }

    private static Words wordsFor(MessageReminder reminder) {
        return Words.of(reminder.recipient().language());
    }
}
