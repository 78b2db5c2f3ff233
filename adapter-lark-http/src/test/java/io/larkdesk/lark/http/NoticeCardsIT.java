package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.BudgetPolicy;
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
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.lark.DeskLinks;
import io.larkdesk.lark.LarkHosts;
import io.larkdesk.lark.LarkNotices;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
        assertThat(arrived(language, gaps)).isEqualTo(golden("unstaffed", language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aDriftArrives(Language language) throws IOException {
        assertThat(arrived(
                        language, new Matter.Drifted(new Drift(CUSTOMER, NOW, Set.of(Check.BOT, Check.REDIRECT_URLS)))))
                .isEqualTo(golden("drifted", language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anActivationArrives(Language language) throws IOException {
        assertThat(arrived(language, new Matter.Activated(CUSTOMER))).isEqualTo(golden("activated", language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aTightBudgetArrives(Language language) throws IOException {
        assertThat(arrived(language, new Matter.Tightened(CUSTOMER, BudgetPolicy.Step.HOURLY_DIGEST)))
                .isEqualTo(golden("tightened", language));
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

        assertThat(new LarkNotices(bench.lark, new OpenSecrets(), links).send(tenant(tenant), message, Samples.SOON))
                .isInstanceOf(Delivered.class);
        return bench.messages().get(0).path("card").toPrettyString() + "\n";
    }

    private static Tenant tenant(TenantId id) {
        return new Tenant(
                id,
                Tenant.Kind.PROVIDER,
                "Alder Cloud",
                Samples.APP.id(),
                Brand.LARK,
                new SealedSecret("c2VhbGVk"),
                Edition.FREE,
                Allowance.FREE_EDITION,
                Optional.of(new PlanName("Gold")),
                TenantState.ACTIVE,
                Optional.empty());
    }

    private static final class OpenSecrets implements Secrets {

        @Override
        public SealedSecret seal(TenantId tenant, AppSecret secret) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AppSecret open(TenantId tenant, SealedSecret secret) {
            return AppSecret.of(Samples.SECRET);
        }
    }

    private static String golden(String card, Language language) throws IOException {
        String name = card + "-" + language.name().toLowerCase(Locale.ROOT) + ".json";
        try (InputStream in = Objects.requireNonNull(NoticeCardsIT.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
