package io.larkdesk.lark;

import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.Emergency.Acknowledged;
import io.larkdesk.core.escalation.Emergency.Ended;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.PageMessage;
import io.larkdesk.core.tenant.Tenant;
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

/**
 * Puts pages on cards, in the recipient's language: red while an Emergency lasts, green when it is over. Buttons only open pages; opening one
 * acknowledges nothing.
 */
final class EmergencyCards {

    private static final int LONGEST_WORDS = 140;
    private static final int LINES = 4;

    private final DeskLinks links;

    EmergencyCards(DeskLinks links) {
        this.links = links;
    }

    /** What {@code message} says, as things stand now. */
    Card card(Tenant tenant, PageMessage message) {
        return draw(tenant, message, true);
    }

    /** The same without any word that a user wrote. */
    Card cardWithoutTheirWords(Tenant tenant, PageMessage message) {
        return draw(tenant, message, false);
    }

    private Card draw(Tenant tenant, PageMessage message, boolean theirWords) {
        Words words = Words.of(message.recipient().language());
        return switch (message.page().about().kind()) {
            case ALERT, HANDED_OVER -> alert(tenant, message, words, theirWords);
            case NEWS_ACKNOWLEDGED ->
                news(
                        tenant,
                        message,
                        Card.Template.RED,
                        words.say("news.acknowledged", name(message.actor(), theirWords)),
                        words.say("news.acknowledged.text", words.took(age(message))),
                        theirWords);
            case NEWS_ENDED ->
                news(
                        tenant,
                        message,
                        Card.Template.GREEN,
                        words.say("news.ended"),
                        words.say("news.ended.text", name(message.actor(), theirWords), words.took(age(message))),
                        theirWords);
            case MANY_IN_A_DAY ->
                news(
                        tenant,
                        message,
                        Card.Template.ORANGE,
                        words.say("many.title"),
                        words.say("many.text", theirWords ? cut(message.starter()) : "?"),
                        theirWords);
        };
    }

    private Card alert(Tenant tenant, PageMessage message, Words words, boolean theirWords) {
        Emergency emergency = message.emergency();
        String number = message.ticket().number().toString();
        String reason = words.say("reason." + emergency.start().reason());
        List<CardElement> body = new ArrayList<>();
        if (theirWords) {
            body.add(new Text(cut(message.ticket().title()), Text.Look.HEADING, 2));
            if (!emergency.start().impact().isBlank()) {
                body.add(new Text(cut(emergency.start().impact()), Text.Look.NORMAL, LINES));
            }
        }
        String began = at(words, message, emergency.start().at());
        body.add(new Fact(
                words.say("emergency.started"),
                theirWords ? words.say("emergency.started.by", began, cut(message.starter())) : began));
        body.addAll(standing(message, words, theirWords));
        body.addAll(buttons(tenant, message, words));
        return new Card(
                emergency.isActive() ? Card.Template.RED : Card.Template.GREEN,
                words.say("emergency.title", reason),
                theirWords ? words.say("emergency.where", cut(message.organisation()), number) : number,
                Optional.of(tag(message, words)),
                theirWords
                        ? words.say("emergency.summary", number, cut(message.organisation()), reason)
                        : words.say("emergency.summary.plain", number),
                ticket(tenant, message),
                body);
    }

    private static Card.Tag tag(PageMessage message, Words words) {
        Emergency emergency = message.emergency();
        if (!emergency.isActive()) {
            return new Card.Tag(words.say("emergency.ended"), Card.Colour.GREEN);
        }
        if (isForRecipient(message)) {
            return new Card.Tag(words.say("emergency.handed.over"), Card.Colour.RED);
        }
        if (!emergency.isUnacknowledged()) {
            return new Card.Tag(words.say("emergency.acknowledged"), Card.Colour.ORANGE);
        }
        int level = Math.max(1, message.page().about().level());
        return new Card.Tag(words.say("emergency.level", level), Card.Colour.RED);
    }

    private static List<CardElement> standing(PageMessage message, Words words, boolean theirWords) {
        Emergency emergency = message.emergency();
        List<CardElement> facts = new ArrayList<>();
        Optional<Ended> ended = emergency.ending();
        Optional<Acknowledged> held = emergency.acknowledgement();
        if (ended.isPresent()) {
            facts.add(new Fact(words.say("emergency.ended.by"), name(message.actor(), theirWords)));
            if (theirWords) {
                facts.add(new Fact(words.say("emergency.word"), cut(ended.get().word())));
            }
        } else if (held.isPresent()) {
            facts.add(new Fact(words.say("emergency.by"), name(message.actor(), theirWords)));
            if (isForRecipient(message)) {
                Instant until = held.get().confirm().dueAt();
                facts.add(new Fact(
                        words.say("emergency.confirm"), words.say("emergency.confirm.at", at(words, message, until))));
            }
        } else {
            emergency
                    .due()
                    .filter(due -> due.isAfter(message.asOf()))
                    .ifPresent(due -> facts.add(new Fact(
                            words.say("emergency.next"), words.say("emergency.next.at", at(words, message, due)))));
        }
        return facts;
    }

    private List<CardElement> buttons(Tenant tenant, PageMessage message, Words words) {
        List<CardElement> buttons = new ArrayList<>();
        URI asks = links.emergency(tenant, message.emergency().id());
        if (message.emergency().isUnacknowledged()) {
            buttons.add(new Button(words.say("emergency.acknowledge"), Button.Weight.DANGER, asks));
        } else if (isForRecipient(message)) {
            buttons.add(new Button(words.say("emergency.confirm.open"), Button.Weight.DANGER, asks));
        }
        buttons.add(new Button(words.say("ticket.open"), Button.Weight.NORMAL, ticket(tenant, message)));
        return buttons;
    }

    /** Whether it was handed over to the recipient, who has not confirmed yet. */
    private static boolean isForRecipient(PageMessage message) {
        return message.page().about().kind() == Page.Kind.HANDED_OVER
                && message.emergency()
                        .acknowledgement()
                        .filter(held -> !held.firm()
                                && held.by().equals(message.recipient().id()))
                        .isPresent();
    }

    private Card news(
            Tenant tenant, PageMessage message, Card.Template template, String title, String text, boolean theirWords) {
        Words words = Words.of(message.recipient().language());
        List<CardElement> body = new ArrayList<>();
        body.add(new Text(text, Text.Look.NORMAL, LINES));
        if (theirWords) {
            message.emergency()
                    .ending()
                    .filter(ended -> message.page().about().kind() == Page.Kind.NEWS_ENDED)
                    .ifPresent(ended -> body.add(new Text(cut(ended.word()), Text.Look.NORMAL, LINES)));
            String ticket =
                    message.ticket().number() + " " + cut(message.ticket().title());
            body.add(new Text(ticket, Text.Look.NOTE, 2));
        }
        URI page = ticket(tenant, message);
        body.add(new Button(words.say("ticket.open"), Button.Weight.PRIMARY, page));
        return new Card(template, title, text, page, body);
    }

    private URI ticket(Tenant tenant, PageMessage message) {
        return links.group(tenant, message.emergency().id().ticket());
    }

    private static String at(Words words, PageMessage message, Instant instant) {
        return words.at(instant, message.asOf(), message.zone());
    }

    /** From the start until what the card tells of. */
    private static Duration age(PageMessage message) {
        Emergency emergency = message.emergency();
        Instant end = emergency
                .ending()
                .map(Ended::at)
                .or(() -> emergency.acknowledgement().map(Acknowledged::at))
                .orElse(message.asOf());
        return Duration.between(emergency.start().at(), end);
    }

    private static String name(Optional<String> actor, boolean theirWords) {
        return actor.filter(name -> theirWords).map(EmergencyCards::cut).orElse("?");
    }

    private static String cut(String text) {
        return ReminderCards.cut(text, LONGEST_WORDS);
    }
}
