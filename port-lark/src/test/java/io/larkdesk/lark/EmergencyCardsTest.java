package io.larkdesk.lark;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.escalation.Emergency.Acknowledged;
import io.larkdesk.core.escalation.Emergency.Ended;
import io.larkdesk.core.escalation.Emergency.Paging;
import io.larkdesk.core.escalation.Emergency.State;
import io.larkdesk.core.escalation.Emergency.Timer;
import io.larkdesk.core.escalation.Page.Kind;
import io.larkdesk.core.escalation.PageMessage;
import io.larkdesk.core.person.Language;
import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.card.Card.Colour;
import io.larkdesk.lark.card.Card.Tag;
import io.larkdesk.lark.card.Card.Template;
import io.larkdesk.lark.card.CardElement.Button;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmergencyCardsTest {

    private static final State PAGING = new Paging(0, new Timer(Samples.NOW.plusSeconds(300), false));
    private static final State ACKNOWLEDGED = new Acknowledged(
            Samples.EVA.id(),
            Samples.NOW.plusSeconds(112),
            true,
            Set.of(),
            new Timer(Samples.NOW.plusSeconds(1912), false));
    private static final State HANDED_OVER = new Acknowledged(
            Samples.EVA.id(), Samples.NOW, false, Set.of(), new Timer(Samples.NOW.plusSeconds(300), false));
    private static final State ENDED =
            new Ended(Samples.EVA.id(), Samples.NOW.plusSeconds(2880), "Restored from 14:00");

    private final EmergencyCards cards = new EmergencyCards(Samples.links(DeskLinks.Style.PLAIN));

    private Card card(Kind kind, Language language, State state) {
        return cards.card(Samples.TENANT, Samples.page(kind, language, state));
    }

    @Test
    void anAlertSaysWhatIsWrongWhereSinceWhenAndWhoIsNext() {
        Card card = card(Kind.ALERT, Language.EN, PAGING);

        assertThat(card.template()).isEqualTo(Template.RED);
        assertThat(card.title()).isEqualTo("Emergency: online business unavailable");
        assertThat(card.subtitle()).isEqualTo("Harbour Retail Group · #1042");
        assertThat(card.tag()).contains(new Tag("Level 2", Colour.RED));
        assertThat(card.summary()).isEqualTo("EMERGENCY #1042 Harbour Retail Group: online business unavailable");
        assertThat(texts(card))
                .containsExactly(
                        "Checkout writes time out on pg-prod-3",
                        "Checkout is down for all 340 shops",
                        "Started: 06:30 UTC by Daniel Okafor",
                        "Next level: 06:35 UTC, unless acknowledged");
        assertThat(buttons(card)).extracting(Button::label).containsExactly("Acknowledge…", "Open ticket");
        assertThat(buttons(card))
                .extracting(Button::weight)
                .containsExactly(Button.Weight.DANGER, Button.Weight.NORMAL);
        assertThat(buttons(card).get(0).opens())
                .hasToString("https://desk.example.com/console/emergencies/" + Samples.EMERGENCY + "/acknowledge");
        assertThat(buttons(card).get(1).opens())
                .hasToString("https://desk.example.com/lark/cli_a8f3d0c21e79500d/groups/" + Samples.EMERGENCY.ticket());
    }

    @Test
    void timesAreThoseOfTheReadersClocksAndOfWhichDayIfItIsAnother() {
        PageMessage message = Samples.page(Kind.ALERT, Language.ZH, PAGING);
        PageMessage overMidnight = new PageMessage(
                message.page(),
                message.recipient(),
                message.emergency(),
                message.ticket(),
                message.organisation(),
                message.starter(),
                message.actor(),
                Samples.NOW.minusSeconds(86_400),
                Optional.of(ZoneId.of("Asia/Singapore")));

        assertThat(texts(cards.card(Samples.TENANT, overMidnight)))
                .contains("开始: 11月24日 14:30，Daniel Okafor", "下一级: 11月24日 14:35，除非已有人响应");
    }

    @Test
    void anAlertSpeaksChinese() {
        Card card = card(Kind.ALERT, Language.ZH, PAGING);

        assertThat(card.title()).isEqualTo("紧急求助：线上业务不可用");
        assertThat(card.tag()).contains(new Tag("第 2 级", Colour.RED));
        assertThat(buttons(card)).extracting(Button::label).containsExactly("响应…", "打开工单");
    }

    @Test
    void anAcknowledgedAlertSaysWhoWorksOnItAndAsksNobody() {
        Card card = card(Kind.ALERT, Language.EN, ACKNOWLEDGED);

        assertThat(card.template()).isEqualTo(Template.RED);
        assertThat(card.tag()).contains(new Tag("Acknowledged", Colour.ORANGE));
        assertThat(texts(card)).endsWith("Works on it: Amara Diallo");
        assertThat(buttons(card)).extracting(Button::label).containsExactly("Open ticket");
    }

    @Test
    void anEndedAlertIsGreenAndSaysWhatWasDone() {
        Card card = card(Kind.ALERT, Language.EN, ENDED);

        assertThat(card.template()).isEqualTo(Template.GREEN);
        assertThat(card.tag()).contains(new Tag("Ended", Colour.GREEN));
        assertThat(texts(card)).endsWith("Ended by: Amara Diallo", "What was done: Restored from 14:00");
        assertThat(buttons(card)).extracting(Button::label).containsExactly("Open ticket");
    }

    @Test
    void whoGetsAnEmergencyHandedOverIsAskedToConfirm() {
        Card card = card(Kind.HANDED_OVER, Language.EN, HANDED_OVER);

        assertThat(card.tag()).contains(new Tag("Handed over", Colour.RED));
        assertThat(texts(card)).endsWith("Works on it: Amara Diallo", "Confirm by: 06:35 UTC, or paging resumes");
        assertThat(buttons(card)).extracting(Button::label).containsExactly("Confirm…", "Open ticket");
    }

    @Test
    void whoStartedItHearsThatSomebodyWorksOnItAndThatItIsOver() {
        Card acknowledged = card(Kind.NEWS_ACKNOWLEDGED, Language.EN, ACKNOWLEDGED);
        Card ended = card(Kind.NEWS_ENDED, Language.EN, ENDED);

        assertThat(acknowledged.template()).isEqualTo(Template.RED);
        assertThat(acknowledged.title()).isEqualTo("Amara Diallo works on your Emergency");
        assertThat(texts(acknowledged))
                .containsExactly("Acknowledged 1 minute after it began", "#1042 Checkout writes time out on pg-prod-3");
        assertThat(ended.template()).isEqualTo(Template.GREEN);
        assertThat(texts(ended))
                .containsExactly(
                        "Amara Diallo ended it 48 minutes after it began. The ticket stays open.",
                        "Restored from 14:00",
                        "#1042 Checkout writes time out on pg-prod-3");
    }

    @Test
    void aTamIsAskedToLookAtWhoStartsMany() {
        Card card = card(Kind.MANY_IN_A_DAY, Language.EN, PAGING);

        assertThat(card.template()).isEqualTo(Template.ORANGE);
        assertThat(texts(card).get(0)).startsWith("Daniel Okafor has started three or more Emergencies in a day");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void withoutTheirWordsNothingIsSaidThatAUserWrote(Kind kind) {
        for (Language language : Language.values()) {
            for (State state : List.of(PAGING, ACKNOWLEDGED, HANDED_OVER, ENDED)) {
                PageMessage message = Samples.page(kind, language, state);
                String said =
                        cards.cardWithoutTheirWords(Samples.TENANT, message).toString();

                assertThat(said)
                        .doesNotContain("Checkout", "Daniel", "Amara", "Harbour", "Restored")
                        .contains(Samples.EMERGENCY.ticket().toString());
            }
        }
    }

    private static List<String> texts(Card card) {
        return card.elements().stream()
                .flatMap(element -> element.fold(
                        text -> Stream.of(text.content()),
                        fact -> Stream.of(fact.name() + ": " + fact.content()),
                        button -> Stream.<String>empty()))
                .toList();
    }

    private static List<Button> buttons(Card card) {
        return card.elements().stream()
                .flatMap(element ->
                        element.fold(text -> Stream.<Button>empty(), fact -> Stream.<Button>empty(), Stream::of))
                .toList();
    }
}
