package io.larkdesk.lark;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.Language;
import io.larkdesk.core.reminder.Matter;
import io.larkdesk.core.reminder.MessageReminder;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.card.Card.Colour;
import io.larkdesk.lark.card.Card.Tag;
import io.larkdesk.lark.card.CardElement.Button;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TicketCardsTest {

    private static final Duration AGO = Duration.ofMinutes(3);
    private final ReminderCards cards = new ReminderCards(Samples.links(DeskLinks.Style.PLAIN));

    private Card card(Language language, String author, Matter matter) {
        return cards.card(Samples.TENANT, Samples.reminder(language, Samples.item(author, AGO, matter)));
    }

    private static Matter assigned(Severity severity, Matter.Why why) {
        return new Matter.Assigned(Samples.ticket(severity), why);
    }

    private static Matter hurried(Optional<Duration> repliedAgo) {
        return new Matter.Hurried(Samples.ticket(Severity.HIGH), repliedAgo.map(Samples.NOW::minus));
    }

    private static Matter resolved(String word) {
        return new Matter.Resolved(Samples.ticket(Severity.HIGH), word);
    }

    private static Matter changed(Matter.How how) {
        return new Matter.Changed(Samples.ticket(Severity.HIGH), how);
    }

    @Test
    void whoeverHasATicketIsToldWhatItIsAndWhy() {
        Card card = card(Language.EN, "Priya Raman", assigned(Severity.HIGH, Matter.Why.ON_DUTY));

        assertThat(card.template()).isEqualTo(Card.Template.BLUE);
        assertThat(card.title()).isEqualTo("New ticket for you");
        assertThat(card.tag()).contains(new Tag("High", Colour.ORANGE));
        assertThat(card.summary()).isEqualTo("New ticket #1042, High: Checkout writes time out on pg-prod-3");
        assertThat(said(card))
                .containsExactly(
                        "#1042 Checkout writes time out on pg-prod-3",
                        "Customer: Harbour Retail Group",
                        "Product: Managed PostgreSQL",
                        "Opened by: Priya Raman, 05:45 UTC",
                        "You are on duty and have the fewest open tickets.",
                        "[Open ticket]");
        assertThat(card.link())
                .hasToString("https://desk.example.com/lark/cli_a8f3d0c21e79500d/groups/"
                        + Samples.message(4, 12).group() + "?m=12");
    }

    @Test
    void aNewTicketIsToldOfInChinese() {
        Card card = card(Language.ZH, "Priya Raman", assigned(Severity.LOW, Matter.Why.ON_DUTY));

        assertThat(card.title()).isEqualTo("您有新工单");
        assertThat(card.tag()).contains(new Tag("低", Colour.NEUTRAL));
        assertThat(card.summary()).isEqualTo("新工单 #1042（低）：Checkout writes time out on pg-prod-3");
        assertThat(said(card))
                .containsExactly(
                        "#1042 Checkout writes time out on pg-prod-3",
                        "客户: Harbour Retail Group",
                        "产品: Managed PostgreSQL",
                        "创建人: Priya Raman，05:45 UTC",
                        "您正在值班，且未完成的工单最少。",
                        "[打开工单]");
    }

    @ParameterizedTest
    @CsvSource({"LOW, NEUTRAL", "NORMAL, NEUTRAL", "HIGH, ORANGE", "CRITICAL, RED"})
    void theColourOfTheSeveritySaysHowMuchItHurts(Severity severity, Colour colour) {
        assertThat(card(Language.EN, "Priya Raman", assigned(severity, Matter.Why.ON_DUTY))
                        .tag())
                .get()
                .extracting(Tag::colour)
                .isEqualTo(colour);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WAS_ON_DUTY    | You were on duty and had the fewest open tickets.",
                "NOBODY_ON_DUTY | No engineer was on duty, so it is yours as TAM.",
                "GIVEN          | Amara Diallo gave it to you."
            })
    void whyIsSaidAsItIs(Matter.Why why, String words) {
        assertThat(said(card(Language.EN, "Amara Diallo", assigned(Severity.HIGH, why))))
                .contains(words);
    }

    @Test
    void aTicketOfNoProductSaysNothingOfOne() {
        Matter.AboutTicket ticket = Samples.ticket(Severity.HIGH);
        Matter.AboutTicket plain = new Matter.AboutTicket(
                ticket.number(),
                ticket.title(),
                ticket.severity(),
                Optional.empty(),
                ticket.organisation(),
                ticket.opener(),
                ticket.openedAt());

        assertThat(said(card(Language.EN, "Priya", new Matter.Assigned(plain, Matter.Why.GIVEN))))
                .noneMatch(text -> text.startsWith("Product"));
    }

    @Test
    void timesAreThoseOfTheReadersClocks() {
        MessageReminder utc = Samples.reminder(
                Language.EN, Samples.item("Priya Raman", AGO, assigned(Severity.HIGH, Matter.Why.GIVEN)));
        MessageReminder there = new MessageReminder(
                utc.id(),
                utc.attempt(),
                utc.recipient(),
                utc.asOf().plusSeconds(86_400),
                Optional.of(ZoneId.of("Asia/Singapore")),
                utc.items());

        assertThat(said(cards.card(Samples.TENANT, there))).contains("Opened by: Priya Raman, 24 Nov, 13:45");
    }

    @Test
    void aReminderSaysWhoWaitsAndSinceWhenNobodyOfUsSaidAnything() {
        Card card = card(Language.EN, "Daniel Okafor", hurried(Optional.of(Duration.ofMinutes(35))));

        assertThat(card.template()).isEqualTo(Card.Template.ORANGE);
        assertThat(card.title()).isEqualTo("Reminder: a customer is waiting");
        assertThat(card.tag()).contains(new Tag("High", Colour.ORANGE));
        assertThat(card.summary()).isEqualTo("Reminder for #1042 from Daniel Okafor");
        assertThat(said(card))
                .containsExactly(
                        "#1042 Checkout writes time out on pg-prod-3",
                        "Daniel Okafor asks for progress. Last reply of ours: 35 minutes ago.",
                        "Harbour Retail Group · 3 minutes ago",
                        "[Open ticket]");
    }

    @Test
    void aReminderSpeaksChinese() {
        assertThat(said(card(Language.ZH, "李娜", hurried(Optional.of(Duration.ofMinutes(35))))))
                .containsExactly(
                        "#1042 Checkout writes time out on pg-prod-3",
                        "李娜 请求尽快处理。我方上次回复：35 分钟前。",
                        "Harbour Retail Group · 3 分钟前",
                        "[打开工单]");
    }

    @Test
    void aReminderOnATicketThatNobodyOfUsAnsweredSaysSo() {
        assertThat(said(card(Language.EN, "Daniel Okafor", hurried(Optional.empty()))))
                .contains("Daniel Okafor asks for progress. No reply of ours yet.");
    }

    @Test
    void whoseTicketIsResolvedIsToldWhatWasDoneAndAsked() {
        Card card = card(Language.EN, "Amara Diallo", resolved("Ended the long transaction"));

        assertThat(card.template()).isEqualTo(Card.Template.GREEN);
        assertThat(card.title()).isEqualTo("Your ticket is resolved");
        assertThat(card.tag()).isEmpty();
        assertThat(card.summary()).isEqualTo("#1042 is resolved: Ended the long transaction");
        assertThat(said(card))
                .containsExactly(
                        "#1042 Checkout writes time out on pg-prod-3",
                        "Ended the long transaction",
                        "Amara Diallo · 3 minutes ago",
                        "Does it work? Confirm that, or reopen the ticket.",
                        "[Confirm or reopen]");
        assertThat(card.link()).asString().endsWith("?m=12");
    }

    @Test
    void aResolvedTicketIsToldOfInChinese() {
        Card card = card(Language.ZH, "Amara Diallo", resolved("已结束长事务"));

        assertThat(card.title()).isEqualTo("您的工单已解决");
        assertThat(card.summary()).isEqualTo("#1042 已解决：已结束长事务");
        assertThat(said(card))
                .containsExactly(
                        "#1042 Checkout writes time out on pg-prod-3",
                        "已结束长事务",
                        "Amara Diallo · 3 分钟前",
                        "问题解决了吗？请确认，或重新打开工单。",
                        "[确认或重新打开]");
    }

    @Test
    void whoseAnswerIsAwaitedIsToldWhoNeedsIt() {
        Card card = card(Language.EN, "Amara Diallo", changed(Matter.How.AWAITING_CUSTOMER));

        assertThat(card.template()).isEqualTo(Card.Template.ORANGE);
        assertThat(card.title()).isEqualTo("Your answer is awaited");
        assertThat(card.tag()).contains(new Tag("High", Colour.ORANGE));
        assertThat(card.summary()).isEqualTo("#1042: Your answer is awaited");
        assertThat(said(card))
                .containsExactly(
                        "#1042 Checkout writes time out on pg-prod-3",
                        "Amara Diallo needs your answer to go on.",
                        "3 minutes ago",
                        "[Open ticket]");
        assertThat(card.link()).asString().endsWith("?m=12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HANDED_OVER | A ticket is yours now | Amara made you the owner of the ticket: the service team asks you from now on.",
                "REOPENED | A ticket of yours was reopened | Amara says that it is not solved after all.",
                "SEVERITY_CHANGED | Severity is now High | Amara changed the severity."
            })
    void whatElseChangesIsSaidAsItIs(Matter.How how, String title, String words) {
        Card card = card(Language.EN, "Amara", changed(how));

        assertThat(card.template()).isEqualTo(Card.Template.BLUE);
        assertThat(card.title()).isEqualTo(title);
        assertThat(said(card)).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWAITING_CUSTOMER | 服务团队正在等待您回复 | Amara 需要您的回复才能继续处理。",
                "HANDED_OVER | 您已成为工单联系人 | Amara 将工单联系人改为您，之后服务团队会向您询问。",
                "REOPENED | 您负责的工单已重新打开 | Amara 表示问题尚未解决。",
                "SEVERITY_CHANGED | 严重程度已改为高 | Amara 更改了严重程度。"
            })
    void changesAreToldOfInChinese(Matter.How how, String title, String words) {
        Card card = card(Language.ZH, "Amara", changed(how));

        assertThat(card.title()).isEqualTo(title);
        assertThat(said(card)).contains(words);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void withoutTheirWordsNothingIsSaidThatAUserWrote(Language language) {
        for (Matter matter : List.of(
                assigned(Severity.HIGH, Matter.Why.GIVEN),
                hurried(Optional.empty()),
                resolved("Ended it"),
                changed(Matter.How.AWAITING_CUSTOMER),
                changed(Matter.How.HANDED_OVER))) {
            MessageReminder reminder = Samples.reminder(language, Samples.item("Amara Diallo", AGO, matter));
            Card theirs = cards.card(Samples.TENANT, reminder);

            Card ours = cards.cardWithoutTheirWords(Samples.TENANT, reminder);

            assertThat(ours.title()).isEqualTo(theirs.title());
            assertThat(ours.template()).isEqualTo(theirs.template());
            assertThat(ours.toString()).doesNotContain("Checkout", "Amara", "Priya", "Harbour", "PostgreSQL", "Ended");
        }
    }

    private static List<String> said(Card card) {
        return card.elements().stream()
                .flatMap(element -> element.fold(
                        text -> Stream.of(text.content()),
                        fact -> Stream.of(fact.name() + ": " + fact.content()),
                        (Button button) -> Stream.of("[" + button.label() + "]")))
                .toList();
    }
}
