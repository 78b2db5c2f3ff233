package io.larkdesk.core.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.Organisations;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.PlainSecrets;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a deployment that is empty comes to a provider and an administrator. */
class SetupTest {

    private static final AppId APP = new AppId("cli_alder");
    private static final Organisations.Answer ALDER = new Organisations.Known("Alder Cloud", "key");

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final SeededRandomness randomness = new SeededRandomness(5);
    private final Scene scene = new Scene(desk, randomness);
    private final Setup setup = new Setup(desk.people(), desk.setupLinks());
    private final IssueSetupLink issue =
            new IssueSetupLink(desk.transactions(), setup, desk.setupLinks(), randomness, Records.audit(desk));
    private final ShowSetup show = new ShowSetup(desk.transactions(), setup, desk.tenants());
    private final BecomeAdministrator become = new BecomeAdministrator(
            desk.transactions(), setup, desk.setupLinks(), desk.tenants(), desk.people(), Records.audit(desk));

    private Organisations.Answer lark = ALDER;

    private final SetUpProvider setUp = new SetUpProvider(
            desk.transactions(),
            setup,
            desk.tenants(),
            new PlainSecrets(),
            app -> lark,
            randomness,
            Records.audit(desk));

    private BearerToken link() {
        return issue.execute().orElseThrow();
    }

    private SetUpProvider.Result enter(BearerToken token, AppId app, String secret) {
        return setUp.execute(new SetUpProvider.Command(token, app, AppSecret.of(secret), Brand.LARK, Edition.PAID));
    }

    private Tenant provider() {
        return desk.tenants().findProvider().orElseThrow();
    }

    @Test
    void theProviderIsCalledWhatLarkCallsItAndInServiceAtOnce() {
        BearerToken link = link();
        assertThat(show.execute(link)).contains(new ShowSetup.Shown(Optional.empty()));

        assertThat(enter(link, APP, "secret")).isEqualTo(new SetUpProvider.Done(provider()));

        assertThat(provider().isProvider()).isTrue();
        assertThat(provider().isInService()).isTrue();
        assertThat(provider().organisation()).isEqualTo("Alder Cloud");
        assertThat(provider().tenantKey()).contains("key");
        assertThat(show.execute(link)).contains(new ShowSetup.Shown(Optional.of(provider())));
    }

    @Test
    void whatLarkDoesNotConfirmCanBeEnteredAnew() {
        BearerToken link = link();
        lark = new Organisations.NotKnown("no such app");
        assertThat(enter(link, new AppId("cli_slip"), "wrong"))
                .isEqualTo(new SetUpProvider.NotConfirmed("no such app"));
        assertThat(provider().isInService()).isFalse();

        lark = ALDER;
        assertThat(enter(link, APP, "secret")).isEqualTo(new SetUpProvider.Done(provider()));
        assertThat(provider().appId()).isEqualTo(APP);
    }

    @Test
    void aProviderInServiceIsNotChangedThroughALink() {
        BearerToken link = link();
        enter(link, APP, "secret");
        Tenant before = provider();

        assertThat(enter(link, new AppId("cli_other"), "other")).isEqualTo(new SetUpProvider.InService());
        assertThat(provider()).isEqualTo(before);
    }

    @Test
    void theAppOfACustomerIsNotTheProviders() {
        Tenant acme = scene.customer("Acme");
        assertThat(enter(link(), acme.appId(), "secret")).isEqualTo(new SetUpProvider.OtherApp());
        assertThat(desk.tenants().findProvider()).isEmpty();
    }

    @Test
    void theFirstWithALinkBecomesAdministratorAndThenNoLinkOpensAnything() {
        BearerToken one = link();
        BearerToken other = link();
        enter(one, APP, "secret");
        Person ann = scene.person(provider(), "Ann");
        Person bob = scene.person(provider(), "Bob");

        assertThat(become.execute(one, ann.id()).flatMap(Person::role)).contains(StaffRole.ADMIN);

        assertThat(become.execute(one, ann.id())).isEmpty();
        assertThat(become.execute(other, bob.id())).isEmpty();
        assertThat(desk.people().find(bob.id()).orElseThrow().role()).isEmpty();
        assertThat(show.execute(other)).isEmpty();
        assertThat(enter(other, APP, "secret")).isEqualTo(new SetUpProvider.LinkOver());
        assertThat(issue.execute()).isEmpty();
    }

    @Test
    void acustomersPersonBecomesNothing() {
        BearerToken link = link();
        enter(link, APP, "secret");
        Person ann = scene.person(scene.customer("Acme"), "Ann");

        assertThat(become.execute(link, ann.id())).isEmpty();
        assertThat(desk.people().find(ann.id())).contains(ann);
    }

    @Test
    void aLinkOpensForAnHour() {
        BearerToken link = link();
        clock.advance(Duration.ofHours(1).minusMillis(1));
        assertThat(show.execute(link)).isPresent();

        clock.advance(Duration.ofMillis(1));
        assertThat(show.execute(link)).isEmpty();
        assertThat(enter(link, APP, "secret")).isEqualTo(new SetUpProvider.LinkOver());
        assertThat(desk.tenants().findProvider()).isEmpty();
    }

    @Test
    void anUnknownTokenOpensNothing() {
        link();
        assertThat(show.execute(BearerToken.issue(randomness))).isEmpty();
    }
}
