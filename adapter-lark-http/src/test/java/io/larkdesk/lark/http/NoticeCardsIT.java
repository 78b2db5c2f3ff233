package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.clock.Alert;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.notice.Delivery;
import io.larkdesk.core.notice.Matter;
import io.larkdesk.core.notice.Notice;
import io.larkdesk.core.notice.NoticeChannel.Delivered;
import io.larkdesk.core.notice.NoticeId;
import io.larkdesk.core.notice.NoticeMessage;
import io.larkdesk.core.onboarding.Drift;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Gap;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.lark.DeskLinks;
import io.larkdesk.lark.LarkHosts;
import io.larkdesk.lark.LarkNotices;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cards of operational notices, as the port draws them, arrive in Lark; the files say how they look. */
class NoticeCardsIT {

    private static final Instant NOW = Instant.parse("2026-11-24T06:30:00Z");
    private static final TenantId CUSTOMER = new TenantId(new UUID(8, 8));

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aGapArrives(Language language) throws IOException {
        Instant horizon = NOW.plus(Duration.ofDays(14));
        Matter gaps = new Matter.Unstaffed(
                List.of(
                        new Gap(StaffRole.ENGINEER, NOW.plus(Duration.ofHours(3)), NOW.plus(Duration.ofHours(11))),
                        new Gap(StaffRole.DUTY_MANAGER, NOW.plus(Duration.ofDays(9)), horizon)),
                horizon);
        assertThat(arrived(language, gaps)).isEqualTo(Golden.card("unstaffed", language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aDriftArrives(Language language) throws IOException {
        assertThat(arrived(
                        language, new Matter.Drifted(new Drift(CUSTOMER, NOW, Set.of(Check.BOT, Check.REDIRECT_URLS)))))
                .isEqualTo(Golden.card("drifted", language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anActivationArrives(Language language) throws IOException {
        assertThat(arrived(language, new Matter.Activated(CUSTOMER))).isEqualTo(Golden.card("activated", language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aTightBudgetArrives(Language language) throws IOException {
        assertThat(arrived(language, new Matter.Tightened(CUSTOMER, BudgetPolicy.Step.HOURLY_DIGEST)))
                .isEqualTo(Golden.card("tightened", language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsDueSoonArrives(Language language) throws IOException {
        Matter.Due due = new Matter.Due(
                new GroupId(CUSTOMER, new UUID(9, 9)),
                new TicketNumber(1042),
                Alert.RESOLUTION_SOON,
                Optional.of(NOW.plusSeconds(3_000)));
        assertThat(arrived(language, due)).isEqualTo(Golden.card("due", language));
    }

    private String arrived(Language language, Matter matter) {
        TenantId tenant = Samples.APP.tenant();
        Person recipient = new Person(
                new PersonId(tenant, new UUID(2, 2)),
                Samples.ANN,
                PersonName.of("Ann"),
                Optional.empty(),
                Optional.empty(),
                language,
                Optional.of(StaffRole.TAM));
        NoticeMessage message = new NoticeMessage(
                new Notice(
                        new NoticeId(new UUID(4, 0)),
                        recipient.id(),
                        matter,
                        new Delivery.Sending(1, NOW, NOW.plus(Delivery.ATTEMPT_WITHIN))),
                recipient,
                matter.customer().map(customer -> "Harbour Retail Group"),
                NOW,
                Optional.of(ZoneId.of("Asia/Singapore")));
        DeskLinks links =
                new DeskLinks(URI.create("https://desk.example.com"), DeskLinks.Style.APP_LINK, LarkHosts::of);

        assertThat(new LarkNotices(bench.lark, new OpenSecrets(), links)
                        .send(Samples.tenant(Tenant.Kind.PROVIDER, "Alder Cloud"), message, Samples.SOON))
                .isInstanceOf(Delivered.class);
        return bench.messages().get(0).path("card").toPrettyString() + "\n";
    }
}
