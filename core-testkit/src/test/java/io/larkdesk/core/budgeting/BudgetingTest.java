package io.larkdesk.core.budgeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.AllowanceChange;
import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.BudgetPolicy.Step;
import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.ChangeReason;
import io.larkdesk.core.budget.FollowBudgets;
import io.larkdesk.core.budget.StepEntry;
import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.notice.Matter;
import io.larkdesk.core.notice.Notice;
import io.larkdesk.core.notice.TellBudget;
import io.larkdesk.core.notice.TellPerson;
import io.larkdesk.core.onboarding.Stewards;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.ReminderPolicies;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.reminder.ReminderWindow;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.CallTerms;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetingTest {

    private static final BudgetPolicy POLICY = BudgetPolicy.DEFAULT;
    private static final CallTerms FREE = new CallTerms(Edition.FREE, Allowance.FREE_EDITION);
    private static final CallTerms HALF = new CallTerms(Edition.FREE, new Allowance(5_000));
    private static final ChangeReason REASON = new ChangeReason("Their CRM sends cards");

    /** The 9th of March. */
    private final ManualClock clock = new ManualClock();

    private final Stores stores = new InMemoryDesk(clock);
    private final Scene scene = new Scene(stores, new SeededRandomness(5));
    private final Tenant provider = scene.provider("Alder Cloud");
    private final Tenant acme = scene.customer("Acme");
    private final Tenant globex = scene.customer("Globex");
    private final ServiceGroup group = scene.group(acme);
    private final Person ann = scene.person(acme, "Ann");
    private final Person admin = scene.staff(provider, "Ada", StaffRole.ADMIN);
    private final Person manager = scene.staff(provider, "Mia", StaffRole.DUTY_MANAGER);
    private final Person tam = scene.staff(provider, "Tam", StaffRole.TAM);
    private final Person otherTam = scene.staff(provider, "Tim", StaffRole.TAM);
    private final Person engineer = scene.staff(provider, "Eva", StaffRole.ENGINEER);

    private final Stewards stewards =
            new Stewards(stores.people(), stores.tenants(), stores.groups(), stores.members());
    private final Overseers overseers =
            new Overseers(stores.people(), stores.tenants(), stores.groups(), stores.members(), stewards);
    private final ListBudgets list =
            new ListBudgets(stores.transactions(), overseers, stores.callBudgets(), stores.budgetHistory(), POLICY);
    private final ShowBudget show = new ShowBudget(
            stores.transactions(), overseers, stores.callBudgets(), stores.budgetHistory(), POLICY, stores.people());
    private final ChangeAllowance change = new ChangeAllowance(
            stores.transactions(),
            overseers,
            stores.tenants(),
            stores.callBudgets(),
            stores.budgetHistory(),
            Records.audit(stores));
    private Optional<ReminderWindow> asked = Optional.empty();
    private final SimulateCost simulate = new SimulateCost(
            stores.transactions(),
            overseers,
            stores.mentions(),
            stores.groups(),
            stores.members(),
            new ReminderPolicies(ReminderPolicy.DEFAULT, tenant -> asked),
            POLICY);
    private final FollowBudgets follow =
            new FollowBudgets(stores.transactions(), stores.callBudgets(), stores.budgetHistory(), POLICY);
    private final ClaimBudgetNews news = new ClaimBudgetNews(
            stores.transactions(),
            stores.budgetHistory(),
            stores.tenants(),
            stores.groups(),
            new FindTam(stores.members(), stores.people()),
            stores.people());

    BudgetingTest() {
        scene.join(group, ann);
        scene.join(group, tam);
        scene.join(group, engineer);
    }

    private void use(Tenant tenant, int calls) {
        for (int call = 0; call < calls; call++) {
            stores.callBudgets().take(tenant.id(), CallDay.of(clock.instant()), CallPurpose.REMINDER, 10_000);
        }
    }

    private ChangeAllowance.Result change(Person steward, Tenant tenant, CallTerms seen, CallTerms wanted) {
        return change.execute(new ChangeAllowance.Command(steward.id(), tenant.id(), seen, wanted, REASON));
    }

    private Optional<SimulateCost.Result> simulate(Person asker, int people) {
        return simulate.execute(new SimulateCost.Command(asker.id(), acme.id(), people));
    }

    @Test
    void staffSeeTheBudgetsOfThoseWhomTheyServe() {
        assertThat(list.execute(admin.id()).orElseThrow())
                .extracting(status -> status.tenant().id())
                .containsExactly(acme.id(), provider.id(), globex.id());
        assertThat(list.execute(manager.id()).orElseThrow()).hasSize(3);
        assertThat(list.execute(tam.id()).orElseThrow())
                .extracting(status -> status.tenant().id())
                .containsExactly(acme.id());
        assertThat(list.execute(otherTam.id()).orElseThrow()).isEmpty();
        assertThat(list.execute(engineer.id())).isEmpty();
        assertThat(list.execute(ann.id())).isEmpty();
    }

    @Test
    void whatIsNotTheirsIsNotThere() {
        for (Person stranger : List.of(otherTam, engineer, ann)) {
            assertThat(show.execute(acme.id(), stranger.id())).isEmpty();
            assertThat(simulate(stranger, 10)).isEmpty();
            assertThat(change(stranger, acme, FREE, HALF)).isEqualTo(ChangeAllowance.Result.NOTHING_THERE);
        }
        assertThat(show.execute(globex.id(), tam.id())).isEmpty();
        assertThat(change(tam, globex, FREE, HALF)).isEqualTo(ChangeAllowance.Result.NOTHING_THERE);
    }

    @Test
    void theProvidersOwnBudgetConcernsThoseWhoSeeToAllCustomers() {
        assertThat(show.execute(provider.id(), admin.id()).orElseThrow().mayChange())
                .isTrue();
        assertThat(show.execute(provider.id(), manager.id()).orElseThrow().mayChange())
                .isFalse();
        for (Person stranger : List.of(tam, engineer, ann)) {
            assertThat(show.execute(provider.id(), stranger.id())).isEmpty();
            assertThat(change(stranger, provider, FREE, HALF)).isEqualTo(ChangeAllowance.Result.NOTHING_THERE);
        }
        assertThat(change(manager, provider, FREE, HALF)).isEqualTo(ChangeAllowance.Result.NOTHING_THERE);
        assertThat(change(admin, provider, FREE, HALF)).isEqualTo(ChangeAllowance.Result.CHANGED);
        use(provider, 2_000);
        follow.execute();
        assertThat(news.execute().flatMap(ClaimBudgetNews.News::overseer)).contains(admin);
    }

    @Test
    void aDutyManagerSeesAndChangesNothing() {
        assertThat(show.execute(acme.id(), manager.id()).orElseThrow().mayChange())
                .isFalse();
        assertThat(show.execute(acme.id(), tam.id()).orElseThrow().mayChange()).isTrue();
        assertThat(change(manager, acme, FREE, HALF)).isEqualTo(ChangeAllowance.Result.NOTHING_THERE);
    }

    @Test
    void thoseAtRiskComeFirst() {
        use(globex, 2_900);
        use(acme, 10);

        assertThat(list.execute(admin.id()).orElseThrow())
                .extracting(BudgetStatus::isAtRisk)
                .containsExactly(true, false, false);
        assertThat(list.execute(admin.id()).orElseThrow().get(0).tenant().id()).isEqualTo(globex.id());
    }

    @Test
    void aChangeIsInForceAtOnceAndKept() {
        assertThat(change(tam, acme, FREE, HALF)).isEqualTo(ChangeAllowance.Result.CHANGED);
        clock.advance(Duration.ofDays(1));
        stores.callBudgets().exhaust(acme.id(), CallBudget.monthOf(clock.instant()));
        assertThat(change(admin, acme, HALF, new CallTerms(Edition.PAID, Allowance.UNLIMITED)))
                .isEqualTo(ChangeAllowance.Result.CHANGED);

        ShowBudget.Shown shown = show.execute(acme.id(), tam.id()).orElseThrow();
        assertThat(shown.status().budget().allowance()).isEqualTo(Allowance.UNLIMITED);
        assertThat(shown.status().budget().exhausted())
                .as("what Lark said of the terms before")
                .isFalse();
        assertThat(shown.status().tenant().edition()).isEqualTo(Edition.PAID);
        assertThat(shown.changes())
                .extracting(ShowBudget.Changed::by)
                .containsExactly(Optional.of(admin), Optional.of(tam));
        assertThat(shown.changes().get(1).change())
                .isEqualTo(new AllowanceChange(acme.id(), ManualClock.START, tam.id(), FREE, HALF, REASON));
    }

    @Test
    void aChangeOfWhatIsNotSoAnyMoreIsRefused() {
        assertThat(change(tam, acme, FREE, HALF)).isEqualTo(ChangeAllowance.Result.CHANGED);

        assertThat(change(admin, acme, FREE, new CallTerms(Edition.FREE, new Allowance(9_000))))
                .isEqualTo(ChangeAllowance.Result.STALE);
        assertThat(change(admin, acme, FREE, HALF)).isEqualTo(ChangeAllowance.Result.THE_SAME);
        assertThat(stores.budgetHistory().listChanges(acme.id(), 9)).hasSize(1);
    }

    @Test
    void noMoreIsAllowedThanTheEditionHas() {
        assertThat(change(tam, acme, FREE, new CallTerms(Edition.FREE, new Allowance(10_001))))
                .isEqualTo(ChangeAllowance.Result.MORE_THAN_EDITION);
        assertThat(change(tam, acme, FREE, new CallTerms(Edition.PAID, new Allowance(10_001))))
                .isEqualTo(ChangeAllowance.Result.CHANGED);
    }

    @Test
    void aStepIsToldOnceAndLooserOnesAfterItNot() {
        use(acme, 2_900);
        assertThat(follow.execute()).isEqualTo(1);
        assertThat(follow.execute()).isZero();
        ClaimBudgetNews.News first = news.execute().orElseThrow();
        assertThat(first.overseer()).contains(tam);
        assertThat(first.entry().step()).isEqualTo(Step.LONGER_WINDOW);
        assertThat(news.execute()).isEmpty();

        clock.advance(Duration.ofDays(20));
        follow.execute();
        assertThat(stands()).isEqualTo(Step.EVERY_WINDOW);
        use(acme, 6_900);
        follow.execute();

        assertThat(news.execute().map(told -> told.entry().step())).contains(Step.WEB_ONLY);
        assertThat(change(tam, acme, FREE, new CallTerms(Edition.PAID, new Allowance(15_000))))
                .isEqualTo(ChangeAllowance.Result.CHANGED);
        follow.execute();
        assertThat(stands()).isEqualTo(Step.EVERY_WINDOW);
        assertThat(news.execute()).isEmpty();
    }

    @Test
    void theTamGetsANoticeOfATighterStep() {
        TellBudget tellBudget =
                new TellBudget(stores.transactions(), news, new TellPerson(stores.notices(), new SeededRandomness(3)));
        use(acme, 2_900);
        follow.execute();

        assertThat(tellBudget.execute()).isPresent();
        assertThat(tellBudget.execute()).isEmpty();

        List<Notice> due =
                stores.transactions().inTransaction(now -> stores.notices().lockDue(now, 9));
        assertThat(due).singleElement().satisfies(notice -> {
            assertThat(notice.person()).isEqualTo(tam.id());
            assertThat(notice.matter()).isEqualTo(new Matter.Tightened(acme.id(), Step.LONGER_WINDOW));
        });
    }

    @Test
    void sinceWhenAStepIsIsKnownOnceItIsFollowed() {
        Instant began = new CallBudget(
                        acme.id(), CallBudget.monthOf(clock.instant()), Allowance.FREE_EDITION, 0, 0, false)
                .monthBegan();
        assertThat(status().since()).contains(began);
        use(acme, 2_900);
        assertThat(status().since()).isEmpty();
        follow.execute();
        Instant entered = clock.instant();
        clock.advance(Duration.ofMinutes(5));
        assertThat(status().since()).contains(entered);
    }

    @Test
    void aStepInTheNewMonthIsNewsAgain() {
        use(acme, 2_900);
        follow.execute();
        assertThat(news.execute()).isPresent();

        clock.set(Instant.parse("2026-04-05T00:00:00Z"));
        follow.execute();
        assertThat(news.execute()).isEmpty();
        use(acme, 2_000);
        follow.execute();
        assertThat(news.execute().map(ClaimBudgetNews.News::entry).map(StepEntry::month))
                .contains(CallBudget.monthOf(clock.instant()));
    }

    @Test
    void tooLittleHistoryGivesNoAnswer() {
        mention(30);
        assertThat(simulate(tam, 10)).containsInstanceOf(SimulateCost.TooLittle.class);
    }

    @Test
    void othersWithTheseHabitsCostAsMuchEach() {
        // 30 mentions in 10 days, each with a reminder of its own: 90 a month for Ann, who is alone
        for (int day = 0; day < 10; day++) {
            for (int time = 0; time < 3; time++) {
                clock.advance(Duration.ofHours(8));
                mention(1);
            }
        }
        clock.advance(Duration.ofHours(8));

        SimulateCost.Estimated hundred =
                (SimulateCost.Estimated) simulate(manager, 100).orElseThrow();
        assertThat(hundred.asUsual().likely()).isEqualTo(9_000);
        assertThat(hundred.step()).isEqualTo(Step.EVERY_WINDOW);
        SimulateCost.Estimated more =
                (SimulateCost.Estimated) simulate(tam, 120).orElseThrow();
        assertThat(more.asUsual().likely()).isEqualTo(10_800);
        assertThat(more.step()).isEqualTo(Step.LONGER_WINDOW);
        assertThat(more.cost().likely()).isEqualTo(10_800);
    }

    @Test
    void customersThatAskedForFewerRemindersCostLess() {
        // Every day three mentions within an hour
        for (int day = 0; day < 10; day++) {
            clock.advance(Duration.ofHours(23));
            for (int time = 0; time < 3; time++) {
                mention(1);
                clock.advance(Duration.ofMinutes(20));
            }
        }

        int usual = asUsual();
        asked = Optional.of(new ReminderWindow(ReminderWindow.LONGEST));
        assertThat(asUsual()).isEqualTo(usual * 2 / 3);
    }

    private int asUsual() {
        return Math.toIntExact(((SimulateCost.Estimated) simulate(tam, 100).orElseThrow())
                .asUsual()
                .likely());
    }

    private void mention(int times) {
        for (int time = 0; time < times; time++) {
            stores.mentions()
                    .add(scene.say(group, tam, "for " + Scene.at(ann)).id(), List.of(ann.id()), clock.instant());
        }
    }

    private BudgetStatus status() {
        return show.execute(acme.id(), tam.id()).orElseThrow().status();
    }

    private Step stands() {
        return status().step();
    }
}
