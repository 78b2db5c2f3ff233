package io.larkdesk.lark;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.reminder.Matter;
import io.larkdesk.core.reminder.MessageReminder;
import io.larkdesk.core.reminder.MessageReminder.Item;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.card.CardElement;
import io.larkdesk.lark.card.CardElement.Button;
import io.larkdesk.lark.card.CardElement.Text;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts reminders on cards: one mention with its words, several as a digest by group, in the recipient's language. */
final class ReminderCards {

    private static final int MOST_GROUPS = 5;
    private static final int MOST_BUTTONS = 2;
    private static final int MOST_AUTHORS = 3;
    private static final int EXCERPT_LINES = 4;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_ON_BUTTON = 32;

    private final DeskLinks links;
    private final TicketCards ticketCards;

    ReminderCards(DeskLinks links) {
        this.links = links;
        this.ticketCards = new TicketCards(links);
    }

    /** Says who wrote what, or who wrote where; what became of a ticket, if it is that and nothing else. */
    Card card(Tenant tenant, MessageReminder reminder) {
        return alone(reminder)
                .map(matter -> matter.<Card>fold(
                        said -> one(tenant, reminder, said),
                        assigned -> ticketCards.assigned(tenant, reminder, assigned),
                        hurried -> ticketCards.hurried(tenant, reminder, hurried),
                        resolved -> ticketCards.resolved(tenant, reminder, resolved),
                        changed -> ticketCards.changed(tenant, reminder, changed)))
                .orElseGet(() -> digest(tenant, reminder));
    }

    private static Optional<Matter> alone(MessageReminder reminder) {
        List<Item> items = reminder.items();
        return items.size() == 1 ? Optional.of(items.get(0).matter()) : Optional.empty();
    }

    /** Says no word that a user wrote: neither messages nor names. */
    Card cardWithoutTheirWords(Tenant tenant, MessageReminder reminder) {
        Words words = wordsFor(reminder);
        String counts = counts(words, reminder, byGroup(reminder).size());
        URI page = links.workbench(tenant);
        return new Card(
                template(reminder),
                title(words, reminder),
                counts,
                page,
                List.of(
                        new Text(counts, Text.Look.NORMAL, 2),
                        new Button(words.say("plain.open"), Button.Weight.PRIMARY, page)));
    }

    private Card one(Tenant tenant, MessageReminder reminder, Matter.Said more) {
        Words words = wordsFor(reminder);
        Item item = reminder.items().get(0);
        String author = name(item.author());
        URI page = links.message(tenant, item.message());
        List<CardElement> body = new ArrayList<>();
        String said = said(words, item, more);
        if (!said.isBlank()) {
            body.add(new Text(said, Text.Look.NORMAL, EXCERPT_LINES));
        }
        String ago = words.ago(age(reminder, item));
        body.add(new Text(words.say("one.where", name(item.groupName()), ago), Text.Look.NOTE, 1));
        body.add(new Button(words.say("one.open"), Button.Weight.PRIMARY, page));
        return new Card(
                Card.Template.TURQUOISE,
                words.say("one.title", author),
                words.say("one.summary", author, said),
                page,
                body);
    }

    private static Card.Template template(MessageReminder reminder) {
        if (reminder.urgent().isPresent()) {
            return Card.Template.ORANGE;
        }
        return alone(reminder)
                .map(matter -> matter.<Card.Template>fold(
                        said -> Card.Template.TURQUOISE,
                        assigned -> Card.Template.BLUE,
                        hurried -> Card.Template.ORANGE,
                        resolved -> Card.Template.GREEN,
                        changed -> TicketCards.template(changed)))
                .orElse(Card.Template.TURQUOISE);
    }

    private static String title(Words words, MessageReminder reminder) {
        int all = reminder.items().size();
        return alone(reminder)
                .map(matter -> matter.<String>fold(
                        said -> words.say("digest.title", all),
                        assigned -> words.say("assigned.title"),
                        hurried -> words.say("reminder.title"),
                        resolved -> words.say("resolved.title"),
                        changed -> TicketCards.title(words, changed)))
                .orElseGet(() -> reminder.urgent().isPresent()
                        ? words.say("reminder.title.more", all - 1)
                        : words.say("digest.title", all));
    }

    private static String said(Words words, Item item, Matter.Said more) {
        return more.beside()
                .map(file -> (item.excerpt() + " "
                                + (file.isPicture()
                                        ? words.say("beside.image")
                                        : words.say("beside.file", name(file.name()))))
                        .strip())
                .orElse(item.excerpt());
    }

    private Card digest(Tenant tenant, MessageReminder reminder) {
        Words words = wordsFor(reminder);
        Collection<List<Item>> groups = byGroup(reminder);
        String counts = counts(words, reminder, groups.size());
        List<CardElement> body = new ArrayList<>();
        reminder.urgent().ifPresent(item -> {
            body.add(new Text(TicketCards.asks(words, reminder, item), Text.Look.NORMAL, EXCERPT_LINES));
            body.add(new Text(item.excerpt(), Text.Look.NORMAL, EXCERPT_LINES));
        });
        body.add(new Text(counts, Text.Look.NOTE, 1));
        groups.stream().limit(MOST_GROUPS).forEach(items -> {
            body.add(new Text(name(items.get(0).groupName()), Text.Look.NORMAL, 1));
            body.add(new Text(words.say("digest.group", items.size(), authors(words, items)), Text.Look.NOTE, 1));
        });
        if (groups.size() > MOST_GROUPS) {
            body.add(new Text(words.say("digest.more", groups.size() - MOST_GROUPS), Text.Look.NOTE, 1));
        }
        groups.stream().limit(MOST_BUTTONS).forEach(items -> body.add(button(tenant, words, items, body)));
        URI page = groups.size() == 1 ? links.message(tenant, first(reminder.items())) : links.workbench(tenant);
        return new Card(
                template(reminder),
                title(words, reminder),
                reminder.urgent().map(item -> TicketCards.summary(words, item)).orElse(counts),
                reminder.urgent()
                        .map(item -> links.message(tenant, item.message()))
                        .orElse(page),
                body);
    }

    private Button button(Tenant tenant, Words words, List<Item> items, List<CardElement> before) {
        boolean primary = before.stream().noneMatch(Button.class::isInstance);
        return new Button(
                words.say("digest.open", cut(items.get(0).groupName(), LONGEST_ON_BUTTON)),
                primary ? Button.Weight.PRIMARY : Button.Weight.NORMAL,
                links.message(tenant, first(items)));
    }

    private static String counts(Words words, MessageReminder reminder, int groups) {
        List<Item> items = reminder.items();
        return words.say("digest.summary", groups, items.size(), words.ago(age(reminder, items.get(0))));
    }

    private static String authors(Words words, List<Item> items) {
        List<String> names = items.stream().map(Item::author).distinct().toList();
        String said = names.stream()
                .limit(MOST_AUTHORS)
                .map(ReminderCards::name)
                .collect(Collectors.joining(words.say("authors.comma")));
        return names.size() <= MOST_AUTHORS
                ? said
                : said + " " + words.say("authors.more", names.size() - MOST_AUTHORS);
    }

    /** The groups in the order in which somebody began to wait there; before all others those in which somebody is to hurry. */
    private static Collection<List<Item>> byGroup(MessageReminder reminder) {
        Map<GroupId, List<Item>> groups = reminder.items().stream()
                .sorted(Comparator.comparing(
                        (Item item) -> item.matter().hurried().isPresent() ? 0 : 1))
                .collect(
                        Collectors.groupingBy(item -> item.message().group(), LinkedHashMap::new, Collectors.toList()));
        return groups.values();
    }

    private static MessageId first(List<Item> items) {
        return items.get(0).message();
    }

    private static Duration age(MessageReminder reminder, Item item) {
        return Duration.between(item.postedAt(), reminder.asOf());
    }

    private static Words wordsFor(MessageReminder reminder) {
        return Words.of(reminder.recipient().language());
    }

    /** {@code text}, a name, as long as there is room for. */
    static String name(String text) {
        return cut(text, LONGEST_NAME);
    }

    static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
