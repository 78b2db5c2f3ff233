package io.larkdesk.lark;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.Language;
import io.larkdesk.core.reminder.Matter;
import io.larkdesk.core.reminder.MessageReminder;
import io.larkdesk.core.reminder.MessageReminder.Item;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.card.CardElement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderCardsTest {

    private static final String GROUP_1 = Samples.message(1, 1).group().toString();
    private final ReminderCards cards = new ReminderCards(Samples.links(DeskLinks.Style.APP_LINK));

    @Test
    void oneMentionNamesItsAuthorAndSaysItsWords() {
        Card card = cards.card(Samples.TENANT, Samples.reminderOfAge(Duration.ofMinutes(9)));

        assertThat(card.title()).isEqualTo("Sofia Lindqvist mentioned you");
        assertThat(card.summary()).isEqualTo("Sofia Lindqvist: @Daniel Okafor done");
        assertThat(texts(card)).containsExactly("@Daniel Okafor done", "Group 1 · 9 minutes ago");
        assertThat(labels(card)).containsExactly("Open message");
        assertThat(card.link())
                .hasToString("https://applink.larksuite.com/client/web_app/open?appId=cli_a8f3d0c21e79500d"
                        + "&mode=appCenter&lk_target_url=https%3A%2F%2Fdesk.example.com%2Flark%2Fcli_a8f3d0c21e79500d"
                        + "%2Fgroups%2F" + GROUP_1 + "%3Fm%3D412");
    }

    @Test
    void oneMentionSpeaksChinese() {
        Card card = cards.card(
                Samples.TENANT,
                Samples.reminder(Language.ZH, Samples.item(1, 412, "李娜", "请确认", Duration.ofSeconds(59))));

        assertThat(card.title()).isEqualTo("李娜 提到了您");
        assertThat(card.summary()).isEqualTo("李娜：请确认");
        assertThat(texts(card)).containsExactly("请确认", "Group 1 · 刚刚");
        assertThat(labels(card)).containsExactly("打开消息");
    }

    @ParameterizedTest
    @CsvSource({
        "EN, true, @Daniel [Image]",
        "EN, false, @Daniel [File] error.log",
        "ZH, true, @Daniel [图片]",
        "ZH, false, @Daniel [文件] error.log"
    })
    void whereOnlyNamesWereSaidTheFileBesideThemIsNamed(Language language, boolean picture, String said) {
        Item words = Samples.item(1, 412, "Sofia", "@Daniel", Duration.ofSeconds(59));
        Item item = new Item(
                words.message(),
                words.groupName(),
                words.author(),
                words.excerpt(),
                words.postedAt(),
                new Matter.Said(Optional.of(new Matter.Beside(picture, "error.log"))));

        Card card = cards.card(Samples.TENANT, Samples.reminder(language, item));

        assertThat(texts(card)).first().isEqualTo(said);
        assertThat(card.summary()).endsWith(said);
    }

    @Test
    void aReminderOpensTheDigestWhateverWasSaidBefore() {
        Card card = cards.card(
                Samples.TENANT,
                Samples.reminder(
                        Language.ZH,
                        Samples.item(1, 3, "Sofia", "earlier", Duration.ofMinutes(9)),
                        hurry(Duration.ofMinutes(3)),
                        Samples.item(2, 5, "Wei", "later", Duration.ofMinutes(1))));

        assertThat(card.template()).isEqualTo(Card.Template.ORANGE);
        assertThat(card.title()).isEqualTo("催单：客户正在等待，另有 2 条提及");
        assertThat(card.summary()).isEqualTo("Daniel Okafor 就 #1042 催单");
        assertThat(texts(card)).startsWith("Daniel Okafor 请求尽快处理。我方尚未回复。", "#1042 Checkout is down");
        assertThat(labels(card)).first().isEqualTo("打开 Group 4");
        assertThat(card.link())
                .asString()
                .contains(Samples.message(4, 12).group().toString());
    }

    private static Item hurry(Duration ago) {
        return new Item(
                Samples.message(4, 12),
                "Group 4",
                "Daniel Okafor",
                "#1042 Checkout is down",
                Samples.NOW.minus(ago),
                new Matter.Hurried(Samples.ticket(Severity.HIGH), Optional.empty()));
    }

    @Test
    void ticketsAmongOtherMentionsAreToldOfInTheDigest() {
        Card card = cards.card(
                Samples.TENANT,
                Samples.reminder(
                        Language.EN,
                        Samples.item(
                                "Priya Raman",
                                Duration.ofMinutes(2),
                                new Matter.Assigned(Samples.ticket(Severity.CRITICAL), Matter.Why.ON_DUTY)),
                        Samples.item(2, 5, "Wei", "later", Duration.ofMinutes(1))));

        assertThat(card.template()).isEqualTo(Card.Template.TURQUOISE);
        assertThat(card.title()).isEqualTo("2 new mentions");
        assertThat(texts(card)).contains("#1042 Checkout writes time out on pg-prod-3", "Group 2");
    }

    @Test
    void digestTellsGroupsInTheOrderInWhichSomebodyWaits() {
        Card card = cards.card(Samples.TENANT, sevenMentionsInThreeGroups(Language.EN));

        assertThat(card.title()).isEqualTo("7 new mentions");
        assertThat(card.summary()).isEqualTo("3 groups, 7 mentions, the oldest 9 minutes ago");
        assertThat(texts(card))
                .containsExactly(
                        card.summary(),
                        "Group 2",
                        "5 mentions · Sofia, Wei, Amara and 1 other",
                        "Group 1",
                        "1 mention · Wei",
                        "Group 3",
                        "1 mention · Sofia");
        assertThat(labels(card)).containsExactly("Open Group 2", "Open Group 1");
        assertThat(card.link()).asString().endsWith("%2Fworkbench");
    }

    @Test
    void digestSpeaksChinese() {
        Card card = cards.card(Samples.TENANT, sevenMentionsInThreeGroups(Language.ZH));

        assertThat(card.title()).isEqualTo("7 条新提及");
        assertThat(card.summary()).isEqualTo("3 个群，7 条提及，最早：9 分钟前");
        assertThat(texts(card)).contains("5 条提及 · Sofia、Wei、Amara 等另外 1 人");
        assertThat(labels(card)).containsExactly("打开 Group 2", "打开 Group 1");
    }

    @Test
    void digestOfOneGroupOpensTheFirstMention() {
        Card card = cards.card(
                Samples.TENANT,
                Samples.reminder(
                        Language.EN,
                        Samples.item(1, 7, "Wei", "one", Duration.ofHours(2)),
                        Samples.item(1, 9, "Wei", "two", Duration.ofHours(1))));

        assertThat(card.summary()).isEqualTo("2 mentions, the oldest 2 hours ago");
        assertThat(labels(card)).containsExactly("Open Group 1");
        assertThat(card.link()).asString().endsWith("%3Fm%3D7");
    }

    @Test
    void digestStopsAtFiveGroups() {
        Item[] items = IntStream.rangeClosed(1, 7)
                .mapToObj(group -> Samples.item(group, 1, "Wei", "", Duration.ofDays(1)))
                .toArray(Item[]::new);

        Card card = cards.card(Samples.TENANT, Samples.reminder(Language.EN, items));

        assertThat(texts(card)).contains("Group 5", "and 2 more groups").doesNotContain("Group 6");
        assertThat(labels(card)).hasSize(2);
        assertThat(card.summary()).isEqualTo("7 groups, 7 mentions, the oldest 1 day ago");
        assertThat(texts(cards.card(
                        Samples.TENANT,
                        Samples.reminder(
                                Language.EN, List.of(items).subList(0, 6).toArray(Item[]::new)))))
                .contains("and 1 more group");
    }

    @Test
    void patternsInWhatUsersWriteMeanNothing() {
        String hostile = "{0} '{1}' {0,choice,0#x} <at id=all></at> **b**";
        Card card = cards.card(
                Samples.TENANT, Samples.reminder(Language.EN, Samples.item(1, 1, "{1}", hostile, Duration.ofHours(1))));

        assertThat(card.title()).isEqualTo("{1} mentioned you");
        assertThat(card.summary()).isEqualTo("{1}: " + hostile);
        assertThat(texts(card)).containsExactly(hostile, "Group 1 · 1 hour ago");
    }

    @Test
    void cardWithoutTheirWordsQuotesNobody() {
        Card card = cards.cardWithoutTheirWords(Samples.TENANT, sevenMentionsInThreeGroups(Language.EN));

        assertThat(card.toString())
                .doesNotContain("Sofia")
                .doesNotContain("Wei")
                .doesNotContain("Group 1");
        assertThat(card.title()).isEqualTo("7 new mentions");
        assertThat(texts(card)).containsExactly("3 groups, 7 mentions, the oldest 9 minutes ago");
        assertThat(labels(card)).containsExactly("Open Enterprise Service Workstation");
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        String long65 = "😀".repeat(65);
        Card card = cards.card(
                Samples.TENANT, Samples.reminder(Language.EN, Samples.item(1, 1, long65, "", Duration.ZERO)));

        assertThat(card.title()).isEqualTo("😀".repeat(63) + "… mentioned you");
    }

    @Test
    void linksFollowTheBrandAndTheSetting() {
        MessageReminder reminder = Samples.reminderOfAge(Duration.ZERO);

        assertThat(cards.card(Samples.tenant(Brand.FEISHU), reminder).link()).hasHost("applink.feishu.cn");
        assertThat(new ReminderCards(Samples.links(DeskLinks.Style.PLAIN))
                        .card(Samples.TENANT, reminder)
                        .link())
                .hasToString("https://desk.example.com/lark/cli_a8f3d0c21e79500d/groups/" + GROUP_1 + "?m=412");
    }

    private static MessageReminder sevenMentionsInThreeGroups(Language language) {
        return Samples.reminder(
                language,
                Samples.item(2, 1, "Sofia", "a", Duration.ofSeconds(599)),
                Samples.item(1, 1, "Wei", "b", Duration.ofMinutes(8)),
                Samples.item(2, 2, "Wei", "c", Duration.ofMinutes(7)),
                Samples.item(2, 3, "Amara", "d", Duration.ofMinutes(6)),
                Samples.item(2, 4, "Sofia", "e", Duration.ofMinutes(5)),
                Samples.item(3, 1, "Sofia", "f", Duration.ofMinutes(4)),
                Samples.item(2, 5, "Li", "g", Duration.ofMinutes(3)));
    }

    private static List<String> texts(Card card) {
        return card.elements().stream()
                .flatMap(element -> element.fold(
                        text -> Stream.of(text.content()), fact -> Stream.of(fact.name()), button -> Stream.empty()))
                .toList();
    }

    private static List<String> labels(Card card) {
        return card.elements().stream()
                .flatMap(element -> element.fold(
                        text -> Stream.empty(),
                        fact -> Stream.empty(),
                        (CardElement.Button button) -> Stream.of(button.label())))
                .toList();
    }
}
