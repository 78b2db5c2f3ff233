package io.larkdesk.core.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.MembershipNotices;
import io.larkdesk.core.group.BindServiceGroup;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.MoveMember;
import io.larkdesk.core.invite.InvitePolicy;
import io.larkdesk.core.invite.IssueInvite;
import io.larkdesk.core.notice.Matter;
import io.larkdesk.core.notice.TellActivation;
import io.larkdesk.core.notice.TellPerson;
import io.larkdesk.core.onboarding.ChangeService.Result;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.Organisations;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.PlainSecrets;
import io.larkdesk.testkit.RecordingFeed;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a customer comes into service, who may bring it in, and what happens to it there. */
class OnboardingTest {

    private static final AppId APP = new AppId("cli_acme");
    private static final PlanName GOLD = new PlanName("Gold");

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final SeededRandomness randomness = new SeededRandomness(21);
    private final Scene scene = new Scene(desk, randomness);
    private final PlainSecrets secrets = new PlainSecrets();
    private final Onboarders onboarders = new Onboarders(desk.people(), desk.onboardings());
    private final Stewards stewards = new Stewards(desk.people(), desk.tenants(), desk.groups(), desk.members());
    private final StartOnboarding start = new StartOnboarding(
            desk.transactions(), desk.people(), desk.onboardings(), randomness, Records.audit(desk));
    private final EnterApp enter = new EnterApp(
            desk.transactions(),
            onboarders,
            desk.onboardings(),
            desk.tenants(),
            desk.preflights(),
            secrets,
            Records.audit(desk));
    private final SayStep say = new SayStep(desk.transactions(), onboarders, desk.onboardings(), Records.audit(desk));
    private final IssueGuideLink issue =
            new IssueGuideLink(desk.transactions(), onboarders, desk.onboardings(), randomness, Records.audit(desk));
    private final RevokeGuideLink revoke =
            new RevokeGuideLink(desk.transactions(), onboarders, desk.onboardings(), Records.audit(desk));
    private final ShowOnboarding show = new ShowOnboarding(
            desk.transactions(),
            onboarders,
            desk.tenants(),
            desk.people(),
            new ShowPreflight(
                    desk.transactions(),
                    desk.tenants(),
                    desk.people(),
                    desk.preflights(),
                    new DeskAddress(URI.create("https://desk.example"))));
    private final ListTenants list =
            new ListTenants(desk.transactions(), desk.people(), desk.tenants(), desk.onboardings(), desk.members());
    private final ChangeService change =
            new ChangeService(desk.transactions(), stewards, desk.tenants(), tenant -> false, Records.audit(desk));
    private final ActivateTenant activate = new ActivateTenant(
            desk.transactions(),
            onboarders,
            desk.onboardings(),
            desk.tenants(),
            desk.people(),
            new BindServiceGroup(
                    desk.transactions(),
                    desk.tenants(),
                    desk.groups(),
                    desk.members(),
                    new MoveMember(
                            desk.members(),
                            new MembershipNotices(desk.transactions(), desk.messages(), new RecordingFeed())),
                    new OnDuty(desk.tenants(), desk.people(), desk.roster()),
                    randomness),
            new IssueInvite(
                    desk.transactions(),
                    desk.groups(),
                    desk.members(),
                    desk.invites(),
                    InvitePolicy.DEFAULT,
                    randomness,
                    Records.invites(desk)),
            new TellActivation(new TellPerson(desk.notices(), randomness)),
            Records.audit(desk));

    private Organisations.Answer lark = new Organisations.Known("Acme", "key");

    private final ReplaceSecret replace =
            new ReplaceSecret(desk.transactions(), stewards, desk.tenants(), secrets, app -> lark, Records.audit(desk));

    private final Tenant provider = scene.provider("Alder Cloud");
    private final Person ada = scene.staff(provider, "Ada", StaffRole.ADMIN);
    private final Person sofia = scene.staff(provider, "Sofia", StaffRole.TAM);
    private final Person other = scene.staff(provider, "Otto", StaffRole.TAM);
    private final Person amara = scene.staff(provider, "Amara", StaffRole.ENGINEER);
    private final Person noor = scene.person(provider, "Noor");
    private final Person ann = scene.person(scene.customer("Else"), "Ann");

    private StartOnboarding.Result start(Person by, Person tam) {
        return start.execute(new StartOnboarding.Command(by.id(), new OrganisationName("Acme"), GOLD, tam.id()));
    }

    private Onboarding started() {
        return ((StartOnboarding.Started) start(sofia, sofia)).onboarding();
    }

    private static Access.ByStaff by(Person person, Onboarding onboarding) {
        return new Access.ByStaff(person.id(), onboarding.tenant());
    }

    private EnterApp.Result enter(Access access, AppId app, Optional<String> secret) {
        return enter.execute(new EnterApp.Command(
                access, new OrganisationName("Acme Group"), app, secret.map(AppSecret::of), Brand.LARK, Edition.FREE));
    }

    private Tenant tenant(Onboarding onboarding) {
        return desk.tenants().get(onboarding.tenant());
    }

    /** As a preflight that finds nothing wrong does. */
    private void verify(Onboarding onboarding) {
        desk.tenants().save(tenant(onboarding).become(TenantState.VERIFIED));
    }

    @Test
    void administratorsAndTamsBegin() {
        assertThat(start(ada, sofia)).isInstanceOf(StartOnboarding.Started.class);
        assertThat(start(sofia, sofia)).isInstanceOf(StartOnboarding.Started.class);
        assertThat(start(sofia, other)).isInstanceOf(StartOnboarding.NotAllowed.class);
        assertThat(start(ada, amara)).isInstanceOf(StartOnboarding.NoTam.class);
        for (Person nobody : List.of(amara, noor, ann)) {
            assertThat(start(nobody, sofia)).isInstanceOf(StartOnboarding.NotAllowed.class);
        }
    }

    @Test
    void theTamAndAdministratorsAndWhoeverHasTheLinkSeeTheSame() {
        Onboarding onboarding = started();
        BearerToken token = issue.execute(by(sofia, onboarding)).orElseThrow();
        say.execute(new SayStep.Command(new Access.ByLink(token), GuideStep.CREATE_APP, true));

        Optional<ShowOnboarding.Shown> seen = show.execute(new Access.ByLink(token));
        assertThat(seen).isPresent();
        assertThat(seen.orElseThrow().onboarding().said()).containsExactly(GuideStep.CREATE_APP);
        assertThat(show.execute(by(sofia, onboarding))).isEqualTo(seen);
        assertThat(show.execute(by(ada, onboarding))).isEqualTo(seen);
        for (Person stranger : List.of(other, amara, noor, ann)) {
            assertThat(show.execute(by(stranger, onboarding))).isEmpty();
            assertThat(issue.execute(by(stranger, onboarding))).isEmpty();
            assertThat(enter(by(stranger, onboarding), APP, Optional.of("s"))).isEqualTo(EnterApp.Result.NOTHING_THERE);
        }
    }

    @Test
    void aLinkOpensForSevenDaysUnlessItIsRevokedOrReplaced() {
        Onboarding onboarding = started();
        BearerToken first = issue.execute(by(sofia, onboarding)).orElseThrow();
        BearerToken second = issue.execute(by(sofia, onboarding)).orElseThrow();
        assertThat(show.execute(new Access.ByLink(first))).isEmpty();
        clock.advance(GuideLink.LASTS.minusMillis(1));
        assertThat(show.execute(new Access.ByLink(second))).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(show.execute(new Access.ByLink(second))).isEmpty();

        BearerToken third = issue.execute(by(sofia, onboarding)).orElseThrow();
        assertThat(revoke.execute(by(sofia, onboarding))).isTrue();
        assertThat(show.execute(new Access.ByLink(third))).isEmpty();
        assertThat(enter(new Access.ByLink(third), APP, Optional.of("s"))).isEqualTo(EnterApp.Result.NOTHING_THERE);
    }

    @Test
    void theAppIsStoredSealedAndToBeProvenAnewWhenItChanges() {
        Onboarding onboarding = started();
        BearerToken token = issue.execute(by(sofia, onboarding)).orElseThrow();
        assertThat(enter(new Access.ByLink(token), APP, Optional.empty())).isEqualTo(EnterApp.Result.SECRET_MISSING);
        assertThat(enter(new Access.ByLink(token), APP, Optional.of("s1"))).isEqualTo(EnterApp.Result.STORED);
        assertThat(tenant(onboarding).state()).isEqualTo(TenantState.DRAFT);
        assertThat(tenant(onboarding).plan()).contains(GOLD);
        assertThat(tenant(onboarding).organisation()).isEqualTo("Acme Group");
        assertThat(desk.onboardings().find(onboarding.tenant()).orElseThrow().organisation())
                .isEqualTo(new OrganisationName("Acme Group"));

        verify(onboarding);
        assertThat(enter(by(sofia, onboarding), APP, Optional.empty())).isEqualTo(EnterApp.Result.STORED);
        assertThat(tenant(onboarding).state()).isEqualTo(TenantState.DRAFT);
        assertThat(secrets.open(onboarding.tenant(), tenant(onboarding).secret()))
                .isEqualTo(AppSecret.of("s1"));
    }

    @Test
    void theAppOfAnotherTenantIsRefused() {
        Onboarding onboarding = started();
        assertThat(enter(by(sofia, onboarding), provider.appId(), Optional.of("s")))
                .isEqualTo(EnterApp.Result.APP_TAKEN);
        assertThat(desk.tenants().listAll(List.of(onboarding.tenant()))).isEmpty();
    }

    @Test
    void onlyWhatPassedThePreflightComesIntoService() {
        Onboarding onboarding = started();
        assertThat(activate.execute(by(sofia, onboarding))).isEqualTo(new ActivateTenant.NotVerified());
        enter(by(sofia, onboarding), APP, Optional.of("s"));
        assertThat(activate.execute(by(sofia, onboarding))).isEqualTo(new ActivateTenant.NotVerified());
        verify(onboarding);
        assertThat(activate.execute(by(other, onboarding))).isEqualTo(new ActivateTenant.NothingThere());
        desk.people().save(sofia.inRole(Optional.of(StaffRole.ADMIN)));
        assertThat(activate.execute(by(sofia, onboarding))).isEqualTo(new ActivateTenant.NoTam());
        assertThat(tenant(onboarding).state()).isEqualTo(TenantState.VERIFIED);
        desk.people().save(sofia);

        ActivateTenant.Activated activated = (ActivateTenant.Activated) activate.execute(by(sofia, onboarding));
        desk.transactions().inTransaction(now -> {
            assertThat(desk.notices().lockDue(now, 9)).singleElement().satisfies(notice -> {
                assertThat(notice.person()).isEqualTo(sofia.id());
                assertThat(notice.matter()).isEqualTo(new Matter.Activated(onboarding.tenant()));
            });
            return now;
        });

        assertThat(tenant(onboarding).isInService()).isTrue();
        assertThat(activated.group().plan()).isEqualTo(GOLD);
        assertThat(desk.members().find(activated.group().id(), sofia.id()))
                .get()
                .matches(Member::isIn);
        assertThat(desk.invites()
                        .findByKey(activated.code().key())
                        .orElseThrow()
                        .id()
                        .group())
                .isEqualTo(activated.group().id());
        assertThat(activate.execute(by(sofia, onboarding))).isEqualTo(new ActivateTenant.NothingThere());
        assertThat(enter(by(sofia, onboarding), APP, Optional.of("s2"))).isEqualTo(EnterApp.Result.NOTHING_THERE);
        assertThat(issue.execute(by(sofia, onboarding))).isEmpty();
        assertThat(show.execute(by(sofia, onboarding))).isPresent();
    }

    @Test
    void tamsSeeThoseWhomTheyServe() {
        Onboarding onboarding = started();
        assertThat(list.execute(sofia.id()).orElseThrow())
                .extracting(ListTenants.Customer::id)
                .containsExactly(onboarding.tenant());
        assertThat(list.execute(other.id())).contains(List.of());
        assertThat(list.execute(ada.id()).orElseThrow())
                .extracting(ListTenants.Customer::organisation)
                .containsExactly("Acme", "Else");
        for (Person nobody : List.of(amara, noor, ann)) {
            assertThat(list.execute(nobody.id())).isEmpty();
        }
    }

    @Test
    void aServiceIsPausedAndTakenUpAgain() {
        Onboarding onboarding = inService();
        assertThat(change(sofia, onboarding, true)).isEqualTo(Result.DONE);
        assertThat(tenant(onboarding).state()).isEqualTo(TenantState.SUSPENDED);
        assertThat(change(ada, onboarding, true)).isEqualTo(Result.DONE);
        assertThat(change(ada, onboarding, false)).isEqualTo(Result.DONE);
        assertThat(tenant(onboarding).state()).isEqualTo(TenantState.ACTIVE);
        for (Person stranger : List.of(other, amara, noor, ann)) {
            assertThat(change(stranger, onboarding, true)).isEqualTo(Result.NOTHING_THERE);
        }
        assertThat(change(ada, started(), true)).isEqualTo(Result.NOTHING_THERE);
        assertThat(change.execute(new ChangeService.Command(ada.id(), provider.id(), true)))
                .isEqualTo(Result.NOTHING_THERE);
    }

    private Result change(Person by, Onboarding onboarding, boolean suspended) {
        return change.execute(new ChangeService.Command(by.id(), onboarding.tenant(), suspended));
    }

    private Onboarding inService() {
        Onboarding onboarding = started();
        enter(by(sofia, onboarding), new AppId("cli_" + new UUID(0, onboarding.hashCode())), Optional.of("s"));
        verify(onboarding);
        activate.execute(by(sofia, onboarding));
        return onboarding;
    }

    @Test
    void anotherSecretIsTakenOnlyIfItWorks() {
        Onboarding onboarding = inService();
        Tenant before = tenant(onboarding);
        lark = new Organisations.NotKnown("refused");
        assertThat(replace(sofia, onboarding)).isEqualTo(new ReplaceSecret.Refused("refused"));
        assertThat(tenant(onboarding)).isEqualTo(before);

        lark = new Organisations.Known("Acme", "key");
        assertThat(replace(other, onboarding)).isEqualTo(new ReplaceSecret.NothingThere());
        assertThat(replace(sofia, onboarding)).isEqualTo(new ReplaceSecret.Replaced());
        assertThat(secrets.open(onboarding.tenant(), tenant(onboarding).secret()))
                .isEqualTo(AppSecret.of("new"));
        assertThat(tenant(onboarding).state()).isEqualTo(TenantState.ACTIVE);
    }

    private ReplaceSecret.Result replace(Person by, Onboarding onboarding) {
        return replace.execute(new ReplaceSecret.Command(by.id(), onboarding.tenant(), AppSecret.of("new")));
    }
}
