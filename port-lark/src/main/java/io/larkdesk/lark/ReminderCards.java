package io.larkdesk.lark;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
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

    ReminderCards(DeskLinks links) {
        this.links = links;
    }

    /** Says who wrote what, or who wrote where. */
    Card card(Tenant tenant, MessageReminder reminder) {
        if (reminder.items().size() > 1) {
            return digest(tenant, reminder);
        }
        return reminder.urgent().isPresent() ? urgent(tenant, reminder) : one(tenant, reminder);
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

    private Card one(Tenant tenant, MessageReminder reminder) {
        Words words = wordsFor(reminder);
        Item item = reminder.items().get(0);
        String author = cut(item.author(), LONGEST_NAME);
        URI page = links.message(tenant, item.message());
        List<CardElement> body = new ArrayList<>();
        String said = said(words, item);
        if (!said.isBlank()) {
            body.add(new Text(said, Text.Look.NORMAL, EXCERPT_LINES));
        }
        String ago = words.ago(age(reminder, item));
        body.add(new Text(words.say("one.where", cut(item.groupName(), LONGEST_NAME), ago), Text.Look.NOTE, 1));
        body.add(new Button(words.say("one.open"), Button.Weight.PRIMARY, page));
        return new Card(
                Card.Template.TURQUOISE,
                words.say("one.title", author),
                words.say("one.summary", author, said),
                page,
                body);
    }

    private Card urgent(Tenant tenant, MessageReminder reminder) {
        Words words = wordsFor(reminder);
        Item item = reminder.items().get(0);
        URI page = links.message(tenant, item.message());
        String asks = asks(words, item);
        return new Card(
                template(reminder),
                title(words, reminder),
                asks,
                page,
                List.of(
                        new Text(asks, Text.Look.NORMAL, EXCERPT_LINES),
                        new Text(item.excerpt(), Text.Look.NORMAL, EXCERPT_LINES),
                        new Text(words.ago(age(reminder, item)), Text.Look.NOTE, 1),
                        new Button(words.say("reminder.open"), Button.Weight.PRIMARY, page)));
    }

    private static String asks(Words words, Item item) {
        return words.say("reminder.asks", cut(item.author(), LONGEST_NAME));
    }

    private static Card.Template template(MessageReminder reminder) {
        return reminder.urgent().isPresent() ? Card.Template.ORANGE : Card.Template.TURQUOISE;
    }

    private static String title(Words words, MessageReminder reminder) {
        int all = reminder.items().size();
        if (reminder.urgent().isEmpty()) {
            return words.say("digest.title", all);
        }
        return all == 1 ? words.say("reminder.title") : words.say("reminder.title.more", all - 1);
    }

    private static String said(Words words, Item item) {
        return item.beside()
                .map(file -> (item.excerpt() + " "
                                + (file.isPicture()
                                        ? words.say("beside.image")
                                        : words.say("beside.file", cut(file.name(), LONGEST_NAME))))
                        .strip())
                .orElse(item.excerpt());
    }

    private Card digest(Tenant tenant, MessageReminder reminder) {
        Words words = wordsFor(reminder);
        Collection<List<Item>> groups = byGroup(reminder);
        String counts = counts(words, reminder, groups.size());
        List<CardElement> body = new ArrayList<>();
        reminder.urgent().ifPresent(item -> {
            body.add(new Text(asks(words, item), Text.Look.NORMAL, EXCERPT_LINES));
            body.add(new Text(item.excerpt(), Text.Look.NORMAL, EXCERPT_LINES));
        });
        body.add(new Text(counts, Text.Look.NOTE, 1));
        groups.stream().limit(MOST_GROUPS).forEach(items -> {
            body.add(new Text(cut(items.get(0).groupName(), LONGEST_NAME), Text.Look.NORMAL, 1));
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
                reminder.urgent().map(item -> asks(words, item)).orElse(counts),
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
                .map(name -> cut(name, LONGEST_NAME))
                .collect(Collectors.joining(words.say("authors.comma")));
        return names.size() <= MOST_AUTHORS
                ? said
                : said + " " + words.say("authors.more", names.size() - MOST_AUTHORS);
    }

    /** The groups in the order in which somebody began to wait there; before all others those in which somebody is to hurry. */
    private static Collection<List<Item>> byGroup(MessageReminder reminder) {
        Map<GroupId, List<Item>> groups = reminder.items().stream()
                .sorted(Comparator.comparing((Item item) -> item.kind() == MessageReminder.Kind.REMINDER ? 0 : 1))
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

    static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
