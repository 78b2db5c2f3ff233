package io.larkdesk.lark;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.notice.Delivery;
import io.larkdesk.core.notice.Matter;
import io.larkdesk.core.notice.Notice;
import io.larkdesk.core.notice.NoticeChannel.Deferred;
import io.larkdesk.core.notice.NoticeChannel.Delivered;
import io.larkdesk.core.notice.NoticeChannel.Outcome;
import io.larkdesk.core.notice.NoticeChannel.Refused;
import io.larkdesk.core.notice.NoticeChannel.Unknown;
import io.larkdesk.core.notice.NoticeId;
import io.larkdesk.core.notice.NoticeMessage;
import io.larkdesk.core.onboarding.Drift;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Gap;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.card.CardElement.Button;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LarkNoticesTest {

    private static final Duration WITHIN = Duration.ofSeconds(15);
    private static final TenantId ACME = new TenantId(new UUID(8, 8));
    private static final Instant HORIZON = Samples.NOW.plus(Duration.ofDays(14));
    private static final Matter DRIFTED =
            new Matter.Drifted(new Drift(ACME, Samples.NOW, Set.of(Check.SCOPES, Check.BOT)));

    private final ScriptedLark lark = new ScriptedLark();
    private final LarkNotices notices = new LarkNotices(lark, Samples.secrets(), Samples.links(DeskLinks.Style.PLAIN));
    private final NoticeCards cards = new NoticeCards(Samples.links(DeskLinks.Style.PLAIN));

    private static NoticeMessage message(Language language, Matter matter) {
        return new NoticeMessage(
                new Notice(
                        new NoticeId(new UUID(7, 1)),
                        Samples.EVA.id(),
                        matter,
                        new Delivery.Sending(1, Samples.NOW, Samples.NOW.plus(WITHIN))),
                Samples.EVA.speaking(language),
                matter.customer().map(customer -> "Harbour Retail Group"),
                Samples.NOW,
                Optional.of(ZoneId.of("Asia/Singapore")));
    }

    private static Gap gap(StaffRole role, int fromHour, int untilHour) {
        return new Gap(
                role, Samples.NOW.plus(Duration.ofHours(fromHour)), Samples.NOW.plus(Duration.ofHours(untilHour)));
    }

    private static List<String> texts(Card card) {
        return card.elements().stream()
                .flatMap(element -> element.fold(
                        text -> Stream.of(text.content()),
                        fact -> Stream.<String>empty(),
                        button -> Stream.<String>empty()))
                .toList();
    }

    private static List<String> opens(Card card) {
        return card.elements().stream()
                .flatMap(element -> element.fold(
                        text -> Stream.<String>empty(),
                        fact -> Stream.<String>empty(),
                        button -> Stream.of(button.opens().toString())))
                .toList();
    }

    private Outcome send(LarkResult<SentMessage> answer) {
        lark.sends.add(answer);
        return notices.send(Samples.TENANT, message(Language.EN, DRIFTED), WITHIN);
    }

    @Test
    void aNoticeIsOneCardNeverOnTheReserveWithItsOwnIdAsUuid() {
        assertThat(send(new LarkResult.Success<>(new SentMessage("om_1")))).isEqualTo(new Delivered("om_1"));

        assertThat(lark.purposes).containsExactly(CallPurpose.NOTICE);
        assertThat(lark.within).containsExactly(WITHIN);
        assertThat(lark.sent).singleElement().satisfies(card -> {
            assertThat(card.uuid()).isEqualTo(new UUID(7, 1));
            assertThat(card.to()).isEqualTo(Samples.EVA.openId());
        });
    }

    @Test
    void gapsAreToldByTheReadersClocksWithAWayToTheRoster() {
        Matter matter = new Matter.Unstaffed(
                List.of(gap(StaffRole.ENGINEER, 2, 4), gap(StaffRole.DUTY_MANAGER, 48, 14 * 24)), HORIZON);
        Card card = cards.card(Samples.TENANT, message(Language.EN, matter));

        assertThat(card.template()).isEqualTo(Card.Template.ORANGE);
        assertThat(card.title()).isEqualTo("Nobody will be on duty");
        assertThat(texts(card))
                .containsExactly("No engineer from 16:30 until 18:30", "No duty manager from 26 Nov, 14:30 on");
        assertThat(opens(card)).containsExactly("https://desk.example.com/console/roster");
        assertThat(texts(cards.card(Samples.TENANT, message(Language.ZH, matter))))
                .containsExactly("16:30 至 18:30，没有值班工程师", "11月26日 14:30 起，没有值班经理");
    }

    @Test
    void manyGapsAreCounted() {
        List<Gap> gaps = IntStream.range(0, 8)
                .mapToObj(day -> gap(StaffRole.ENGINEER, day * 24, day * 24 + 1))
                .toList();
        assertThat(texts(cards.card(Samples.TENANT, message(Language.EN, new Matter.Unstaffed(gaps, HORIZON)))))
                .hasSize(7)
                .endsWith("and 2 more gaps");
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void eachCheckHasItsName(Check check) {
        for (Language language : Language.values()) {
            Matter matter = new Matter.Drifted(new Drift(ACME, Samples.NOW, Set.of(check)));
            assertThat(texts(cards.card(Samples.TENANT, message(language, matter))))
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("· ");
        }
    }

    @Test
    void aDriftSaysWhatFailsWithAWayToTheCustomer() {
        Card card = cards.card(Samples.TENANT, message(Language.EN, DRIFTED));

        assertThat(card.title()).isEqualTo("The Lark app of Harbour Retail Group is not as it was");
        assertThat(texts(card)).containsExactly("These checks passed before, and fail now:", "· Bot", "· Permissions");
        assertThat(opens(card)).containsExactly("https://desk.example.com/console/tenants/" + ACME);
    }

    @Test
    void thatACustomerIsInServiceIsToldInGreen() {
        Card card = cards.card(Samples.TENANT, message(Language.EN, new Matter.Activated(ACME)));

        assertThat(card.template()).isEqualTo(Card.Template.GREEN);
        assertThat(card.title()).isEqualTo("Harbour Retail Group is in service");
        assertThat(opens(card)).containsExactly("https://desk.example.com/console/tenants/" + ACME);
    }

    @Test
    void aCustomersOwnPeopleAreToldThatTheirServiceDeskIsOpen() {
        Card card = cards.card(Samples.TENANT, message(Language.EN, new Matter.Activated(Samples.TENANT.id())));

        assertThat(card.title()).isEqualTo("The service desk of Harbour Retail Group is open");
        assertThat(opens(card))
                .allSatisfy(page -> assertThat(page).endsWith("/workbench").doesNotContain("/console/"));
    }

    @Test
    void thatACustomerIsToBeDeletedIsToldInRedAndThatItIsNotInGreen() {
        Card leaving = cards.card(Samples.TENANT, message(Language.EN, new Matter.Leaving(ACME, Optional.of(HORIZON))));
        Card staying = cards.card(Samples.TENANT, message(Language.EN, new Matter.Leaving(ACME, Optional.empty())));

        assertThat(leaving.template()).isEqualTo(Card.Template.RED);
        assertThat(leaving.title()).isEqualTo("Harbour Retail Group is to be deleted");
        assertThat(staying.template()).isEqualTo(Card.Template.GREEN);
        assertThat(staying.title()).isEqualTo("Harbour Retail Group is not to be deleted after all");
        for (Card card : List.of(leaving, staying)) {
            assertThat(texts(card)).singleElement().asString().doesNotContain("{", "Harbour");
            assertThat(opens(card)).containsExactly("https://desk.example.com/console/tenants/" + ACME);
        }
    }

    @Test
    void eachCardHasOneButton() {
        for (Matter matter : List.of(
                DRIFTED,
                new Matter.Activated(ACME),
                new Matter.Unstaffed(List.of(gap(StaffRole.ENGINEER, 1, 2)), HORIZON))) {
            assertThat(cards.card(Samples.TENANT, message(Language.EN, matter)).elements())
                    .filteredOn(Button.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void contentThatIsNotLetThroughGoesWithoutTheirWords() {
        lark.sends.add(ScriptedLark.failing(LarkError.Kind.CONTENT_REFUSED));

        assertThat(send(new LarkResult.Success<>(new SentMessage("om_2")))).isEqualTo(new Delivered("om_2"));

        assertThat(lark.sent).hasSize(2);
        assertThat(lark.sent.get(1).card().toString()).doesNotContain("Harbour");
        assertThat(lark.sent.get(1).uuid()).isEqualTo(lark.sent.get(0).uuid());
    }

    @ParameterizedTest
    @EnumSource(LarkError.Kind.class)
    void whatMayHaveArrivedIsUnknownAndWhatDidNotIsNot(LarkError.Kind kind) {
        Set<LarkError.Kind> unsure = Set.of(LarkError.Kind.BEING_SENT, LarkError.Kind.SERVER_ERROR);
        if (kind == LarkError.Kind.CONTENT_REFUSED) {
            lark.sends.add(ScriptedLark.failing(kind));
        }
        Outcome outcome = send(ScriptedLark.failing(kind));

        assertThat(outcome instanceof Unknown).isEqualTo(unsure.contains(kind));
        assertThat(outcome).isNotInstanceOf(Delivered.class);
    }

    @Test
    void withoutBudgetItWaitsAndWhoCannotBeReachedIsGivenUp() {
        assertThat(send(ScriptedLark.failing(LarkError.Kind.METER_REFUSED))).isInstanceOf(Deferred.class);
        assertThat(send(ScriptedLark.failing(LarkError.Kind.RATE_LIMITED, Duration.ofSeconds(7))))
                .isInstanceOfSatisfying(
                        Deferred.class, deferred -> assertThat(deferred.pause()).isEqualTo(Duration.ofSeconds(7)));
        assertThat(send(ScriptedLark.failing(LarkError.Kind.RECIPIENT_UNREACHABLE)))
                .isInstanceOf(Refused.class);
        assertThat(send(new LarkResult.Unknown<>("cut off"))).isEqualTo(new Unknown("cut off"));
    }
}
