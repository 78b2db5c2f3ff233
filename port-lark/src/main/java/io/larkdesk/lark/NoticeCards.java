package io.larkdesk.lark;

import io.larkdesk.core.notice.Matter;
import io.larkdesk.core.notice.NoticeMessage;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.roster.Gap;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.card.CardElement;
import io.larkdesk.lark.card.CardElement.Button;
import io.larkdesk.lark.card.CardElement.Text;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Puts operational notices on cards, in the recipient's language: a title, some lines, and one button to the page where something can be done. */
final class NoticeCards {

    private static final int MOST_GAPS = 6;
    private static final int LINES = 4;

    private final DeskLinks links;

    NoticeCards(DeskLinks links) {
        this.links = links;
    }

    /** What {@code message} says; {@code tenant} is the recipient's. */
    Card card(Tenant tenant, NoticeMessage message) {
        return draw(
                tenant, message, message.organisation().map(ReminderCards::name).orElse("?"));
    }

    /** The same without any word that a user wrote. */
    Card cardWithoutTheirWords(Tenant tenant, NoticeMessage message) {
        return draw(tenant, message, "?");
    }

    private Card draw(Tenant tenant, NoticeMessage message, String organisation) {
        Words words = Words.of(message.recipient().language());
        return message.notice()
                .matter()
                .fold(
                        unstaffed -> card(
                                Card.Template.ORANGE,
                                words.say("unstaffed.title"),
                                unstaffed(words, message, unstaffed),
                                words.say("unstaffed.open"),
                                links.roster(tenant)),
                        drifted -> card(
                                Card.Template.ORANGE,
                                words.say("drifted.title", organisation),
                                drifted(words, drifted),
                                words.say("drifted.open"),
                                links.customer(tenant, drifted.drift().tenant())),
                        activated -> activated.tenant().equals(tenant.id())
                                ? card(
                                        Card.Template.GREEN,
                                        words.say("opened.title", organisation),
                                        List.of(words.say("opened.text")),
                                        words.say("opened.open"),
                                        links.workbench(tenant))
                                : card(
                                        Card.Template.GREEN,
                                        words.say("activated.title", organisation),
                                        List.of(words.say("activated.text")),
                                        words.say("activated.open"),
                                        links.customer(tenant, activated.tenant())),
                        tightened -> card(
                                Card.Template.ORANGE,
                                words.say("tightened.title", organisation),
                                List.of(words.say("tightened." + tightened.step()), words.say("tightened.text")),
                                words.say("tightened.open"),
                                links.budget(tenant, tightened.tenant())),
                        due -> card(
                                due.alert().isBreak() ? Card.Template.RED : Card.Template.ORANGE,
                                words.say(
                                        "due." + due.alert() + ".title",
                                        due.number().toString()),
                                due(words, message, organisation, due),
                                words.say("ticket.open"),
                                links.group(tenant, due.ticket())),
                        leaving -> card(
                                leaving.at().isPresent() ? Card.Template.RED : Card.Template.GREEN,
                                words.say(leaving.at().isPresent() ? "leaving.title" : "staying.title", organisation),
                                List.of(leaving.at()
                                        .map(at ->
                                                words.say("leaving.text", words.at(at, message.asOf(), message.zone())))
                                        .orElseGet(() -> words.say("staying.text"))),
                                words.say("activated.open"),
                                links.customer(tenant, leaving.tenant())));
    }

    private static Card card(Card.Template template, String title, List<String> lines, String label, URI page) {
        List<CardElement> body = new ArrayList<>();
        lines.forEach(line -> body.add(new Text(line, Text.Look.NORMAL, LINES)));
        body.add(new Button(label, Button.Weight.PRIMARY, page));
        return new Card(template, title, title, page, body);
    }

    private static List<String> unstaffed(Words words, NoticeMessage message, Matter.Unstaffed unstaffed) {
        List<String> lines = new ArrayList<>();
        for (Gap gap : unstaffed.gaps().stream().limit(MOST_GAPS).toList()) {
            boolean isOpen = !gap.until().isBefore(unstaffed.horizon());
            String from = words.at(gap.from(), message.asOf(), message.zone());
            String span = isOpen
                    ? words.say("unstaffed.since", from)
                    : words.say("unstaffed.span", from, words.at(gap.until(), message.asOf(), message.zone()));
            lines.add(words.say("unstaffed." + gap.role(), span));
        }
        if (unstaffed.gaps().size() > MOST_GAPS) {
            lines.add(words.say("unstaffed.more", unstaffed.gaps().size() - MOST_GAPS));
        }
        return lines;
    }

    private static List<String> due(Words words, NoticeMessage message, String organisation, Matter.Due due) {
        List<String> lines = new ArrayList<>();
        lines.add(organisation);
        due.at()
                .map(at -> words.at(at, message.asOf(), message.zone()))
                .map(at -> words.say(due.alert().isBreak() ? "due.was" : "due.is", at))
                .ifPresent(lines::add);
        return lines;
    }

    private static List<String> drifted(Words words, Matter.Drifted drifted) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("drifted.text"));
        drifted.drift().checks().stream()
                .sorted()
                .map(Check::name)
                .forEach(check -> lines.add("· " + words.say("check." + check)));
        return lines;
    }
}
