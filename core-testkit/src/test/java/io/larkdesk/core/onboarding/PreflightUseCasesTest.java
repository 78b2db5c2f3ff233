package io.larkdesk.core.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.MeterCalls;
import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.onboarding.AppAnswer.Inspected;
import io.larkdesk.core.onboarding.AppAnswer.Refusal;
import io.larkdesk.core.onboarding.AppAnswer.Refused;
import io.larkdesk.core.onboarding.AppFacts.Range;
import io.larkdesk.core.onboarding.AppFacts.Release;
import io.larkdesk.core.onboarding.AppFacts.Scopes;
import io.larkdesk.core.onboarding.AppFacts.Settings;
import io.larkdesk.core.onboarding.AppFacts.Status;
import io.larkdesk.core.onboarding.AppFacts.WebApp;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.Finding.Verdict;
import io.larkdesk.core.onboarding.Reading.Read;
import io.larkdesk.core.onboarding.RunPreflight.Changed;
import io.larkdesk.core.onboarding.RunPreflight.Checked;
import io.larkdesk.core.onboarding.RunPreflight.Command;
import io.larkdesk.core.onboarding.RunPreflight.NotStaff;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.PlainSecrets;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PreflightUseCasesTest {

    private static final DeskAddress DESK = new DeskAddress(URI.create("https://desk.example.com"));

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk stores = new InMemoryDesk(clock);
    private final Scene scene = new Scene(stores, new SeededRandomness(1));
    private final List<CallPurpose> purposes = new ArrayList<>();
    private final Person tam = scene.staff(scene.provider("Alder Cloud"), "Sofia", StaffRole.TAM);
    private final MeterCalls meter = new MeterCalls(stores.transactions(), stores.callBudgets(), BudgetPolicy.DEFAULT);
    private final ClaimDailyPreflight claimDaily =
            new ClaimDailyPreflight(stores.transactions(), stores.callBudgets(), stores.tenants(), stores.preflights());
    private final NoteBrokenApp noteBrokenApp = new NoteBrokenApp(stores.transactions(), stores.preflights());
    private final ClaimDrift claimDrift = new ClaimDrift(
            stores.transactions(),
            stores.preflights(),
            stores.tenants(),
            stores.groups(),
            new FindTam(stores.members(), stores.people()));

    private Tenant acme = scene.customer("Acme");
    private Optional<AppAnswer> answer = Optional.empty();
    private Runnable meanwhile = () -> {};

    private AppAnswer right(boolean bot) {
        AppAddresses addresses = new AppAddresses(DESK, acme.appId());
        String home = addresses.homePage().toString();
        return new Inspected(
                new AppFacts(
                        new Read<>("Acme"),
                        new Read<>(new Settings(
                                "Service",
                                Status.ENABLED,
                                addresses.redirectUrls().stream()
                                        .map(URI::toString)
                                        .toList(),
                                Optional.empty())),
                        new Read<>(Optional.of(new Release(
                                "1.0.0", Optional.empty(), bot, Optional.of(new WebApp(home, home)), Range.EVERYBODY))),
                        new Read<>(new Scopes(
                                Arrays.stream(AppScope.values())
                                        .map(AppScope::value)
                                        .collect(Collectors.toSet()),
                                Set.of()))),
                4);
    }

    private RunPreflight.Result run(Optional<Person> asker) {
        RunPreflight run = new RunPreflight(
                stores.transactions(),
                stores.tenants(),
                stores.people(),
                stores.preflights(),
                new PlainSecrets(),
                (app, purpose) -> {
                    purposes.add(purpose);
                    meanwhile.run();
                    return answer.orElseThrow();
                },
                DESK,
                Records.audit(stores));
        return run.execute(new Command(acme.id(), asker.map(Person::id).map(AuditActor::of)));
    }

    private Checked checked(AppAnswer told) {
        answer = Optional.of(told);
        return (Checked) run(Optional.empty());
    }

    private TenantState state() {
        return stores.tenants().get(acme.id()).state();
    }

    private void become(TenantState state) {
        acme = new Tenant(
                acme.id(),
                acme.kind(),
                acme.organisation(),
                acme.appId(),
                acme.brand(),
                acme.secret(),
                acme.edition(),
                acme.allowance(),
                acme.plan(),
                state,
                acme.tenantKey());
        stores.tenants().save(acme);
    }

    @Test
    void whatIsFoundIsStored() {
        Preflight found = checked(right(true)).preflight();

        assertThat(stores.preflights().find(acme.id())).contains(found);
        assertThat(found.calls()).isEqualTo(4);
        assertThat(found.at()).isEqualTo(clock.instant());
        assertThat(found.failed()).isEmpty();
    }

    @Test
    void aDraftIsVerifiedAndBecomesADraftAgain() {
        become(TenantState.DRAFT);
        checked(right(false));
        assertThat(state()).isEqualTo(TenantState.DRAFT);
        assertThat(checked(right(true)).tenant().state()).isEqualTo(TenantState.VERIFIED);
        assertThat(state()).isEqualTo(TenantState.VERIFIED);
        checked(new Refused(Refusal.UNREACHABLE, 0));
        assertThat(state()).isEqualTo(TenantState.VERIFIED);
        checked(new Refused(Refusal.SECRET_REFUSED, 0));
        assertThat(state()).isEqualTo(TenantState.DRAFT);
        checked(new Refused(Refusal.UNREACHABLE, 0));
        assertThat(state()).isEqualTo(TenantState.DRAFT);
    }

    @Test
    void whatIsInServiceOrSuspendedStaysSo() {
        checked(right(false));
        assertThat(state()).isEqualTo(TenantState.ACTIVE);
        become(TenantState.SUSPENDED);
        checked(right(true));
        assertThat(state()).isEqualTo(TenantState.SUSPENDED);
    }

    @Test
    void staffMayAskAndTheReserveIsForThem() {
        answer = Optional.of(right(true));
        Checked result = (Checked) run(Optional.of(tam));
        assertThat(result.preflight().asker()).contains(tam.id());
        run(Optional.empty());
        assertThat(purposes).containsExactly(CallPurpose.SETUP, CallPurpose.PREFLIGHT);
    }

    @Test
    void nobodyElseMayAskAndLarkIsNotAskedThen() {
        assertThat(run(Optional.of(scene.person(acme, "Ann")))).isEqualTo(new NotStaff());
        assertThat(purposes).isEmpty();
    }

    @Test
    void whatIsChangedMeanwhileIsNotJudged() {
        answer = Optional.of(right(true));
        meanwhile = () -> stores.tenants()
                .save(new Tenant(
                        acme.id(),
                        acme.kind(),
                        acme.organisation(),
                        scene.tenant(acme.kind(), "Other").appId(),
                        acme.brand(),
                        acme.secret(),
                        acme.edition(),
                        acme.allowance(),
                        acme.plan(),
                        acme.state(),
                        acme.tenantKey()));

        assertThat(run(Optional.empty())).isEqualTo(new Changed());
        assertThat(stores.preflights().find(acme.id())).isEmpty();
    }

    @Test
    void theFirstSignInProvesTheTrustedDomainAtOnce() {
        ShowPreflight show =
                new ShowPreflight(stores.transactions(), stores.tenants(), stores.people(), stores.preflights(), DESK);
        assertThat(show.execute(acme.id())).isEmpty();
        checked(right(true));
        assertThat(show.execute(acme.id()).orElseThrow().verdict(Check.TRUSTED_DOMAIN))
                .isEqualTo(Verdict.NOT_CHECKABLE);

        scene.person(acme, "Ann");

        assertThat(show.execute(acme.id()).orElseThrow().verdict(Check.TRUSTED_DOMAIN))
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void theTamIsToldOnceOfWhatFailsSinceItPassed() {
        ServiceGroup group = scene.group(acme);
        scene.join(group, tam);
        checked(right(true));
        assertThat(claimDrift.execute()).isEmpty();

        Instant foundAt = checked(right(false)).preflight().at();
        clock.advance(Duration.ofDays(1));
        checked(right(false));

        assertThat(claimDrift.execute())
                .contains(
                        new ClaimDrift.News(acme, Optional.of(tam), new Drift(acme.id(), foundAt, Set.of(Check.BOT))));
        assertThat(claimDrift.execute()).isEmpty();

        checked(right(true));
        clock.advance(Duration.ofDays(1));
        checked(right(false));
        assertThat(claimDrift.execute()).isPresent();
        assertThat(claimDrift.execute()).isEmpty();
    }

    @Test
    void theTamIsToldAlsoIfLarkCouldNotBeReachedInBetween() {
        scene.join(scene.group(acme), tam);
        checked(right(true));
        checked(new Refused(Refusal.UNREACHABLE, 0));
        assertThat(claimDrift.execute()).isEmpty();

        checked(right(false));
        assertThat(claimDrift.execute())
                .hasValueSatisfying(news -> assertThat(news.drift().checks()).containsExactly(Check.BOT));
    }

    @Test
    void ofWhatNeverWasInServiceNobodyIsTold() {
        become(TenantState.VERIFIED);
        checked(right(true));
        checked(right(false));
        assertThat(claimDrift.execute()).isEmpty();
    }

    private void call() {
        assertThat(meter.take(acme.id(), CallPurpose.REMINDER)).isPresent();
    }

    @Test
    void whoUsesLarkTodayIsCheckedOnceToday() {
        call();
        assertThat(claimDaily.execute(9)).isEmpty();
        call();
        assertThat(claimDaily.execute(9)).containsExactly(acme.id());
        assertThat(claimDaily.execute(9)).isEmpty();
        call();
        assertThat(claimDaily.execute(9)).isEmpty();

        clock.advance(Duration.ofDays(1));
        assertThat(claimDaily.execute(9)).isEmpty();
        call();
        assertThat(claimDaily.execute(9)).containsExactly(acme.id());
    }

    @Test
    void whoseAppBrokeIsCheckedOnceThatDayThoughNoCallIsCounted() {
        noteBrokenApp.execute(acme);
        noteBrokenApp.execute(acme);
        assertThat(claimDaily.execute(9)).containsExactly(acme.id());
        noteBrokenApp.execute(acme);
        assertThat(claimDaily.execute(9)).isEmpty();

        clock.advance(Duration.ofDays(1));
        assertThat(claimDaily.execute(9)).isEmpty();
        noteBrokenApp.execute(acme);
        assertThat(claimDaily.execute(9)).containsExactly(acme.id());
    }

    @Test
    void anAppThatBrokeJustBeforeMidnightIsCheckedOnceTheNextDay() {
        noteBrokenApp.execute(acme);
        clock.advance(Duration.ofDays(1));
        assertThat(claimDaily.execute(9)).containsExactly(acme.id());

        noteBrokenApp.execute(acme);
        call();
        assertThat(claimDaily.execute(9)).isEmpty();

        clock.advance(Duration.ofDays(1));
        assertThat(claimDaily.execute(9)).isEmpty();
        call();
        assertThat(claimDaily.execute(9)).containsExactly(acme.id());
    }

    @Test
    void whoseAppBrokeAfterItWasCheckedIsCheckedAgain() {
        call();
        claimDaily.execute(9);
        call();
        assertThat(claimDaily.execute(9)).containsExactly(acme.id());
        checked(right(true));

        noteBrokenApp.execute(acme);
        assertThat(claimDaily.execute(9)).containsExactly(acme.id());
        call();
        assertThat(claimDaily.execute(9)).isEmpty();
    }

    @Test
    void anAppThatBrokeOfACustomerThatIsNotInServiceIsNotChecked() {
        noteBrokenApp.execute(stores.tenants().findProvider().orElseThrow());
        noteBrokenApp.execute(acme);
        become(TenantState.SUSPENDED);
        assertThat(claimDaily.execute(9)).isEmpty();
        noteBrokenApp.execute(acme);
        become(TenantState.ACTIVE);
        assertThat(claimDaily.execute(9)).containsExactly(acme.id());
    }

    @Test
    void whoIsIdleIsNeverChecked() {
        call();
        for (int hour = 0; hour < 100; hour++) {
            assertThat(claimDaily.execute(9)).isEmpty();
            clock.advance(Duration.ofHours(1));
        }
    }

    @Test
    void whoWasCheckedTodayOrIsNotInServiceIsNotChecked() {
        call();
        assertThat(claimDaily.execute(9)).isEmpty();
        call();
        become(TenantState.SUSPENDED);
        assertThat(claimDaily.execute(9)).isEmpty();
        become(TenantState.ACTIVE);
        checked(right(true));
        assertThat(claimDaily.execute(9)).isEmpty();
    }

    @Test
    void theDailyRunLeavesTheReserveAlone() {
        acme = new Tenant(
                acme.id(),
                acme.kind(),
                acme.organisation(),
                acme.appId(),
                acme.brand(),
                acme.secret(),
                acme.edition(),
                new Allowance(BudgetPolicy.DEFAULT.reserve() + 1),
                acme.plan(),
                acme.state(),
                acme.tenantKey());
        stores.tenants().save(acme);
        assertThat(meter.take(acme.id(), CallPurpose.PREFLIGHT)).isPresent();
        assertThat(meter.take(acme.id(), CallPurpose.PREFLIGHT)).isEmpty();
        assertThat(meter.take(acme.id(), CallPurpose.SETUP)).isPresent();
    }
}
