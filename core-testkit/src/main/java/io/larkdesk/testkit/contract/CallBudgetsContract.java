package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.Saving;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.testkit.Effort;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.budget.CallBudgets}. */
public abstract class CallBudgetsContract extends StoresContract {

    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final LocalDate DAY = MAY.atDay(17);

    private Tenant acme;

    /** Made for subclasses. */
    protected CallBudgetsContract() {}

    @BeforeEach
    void signUp() {
        acme = scene().customer("Acme");
    }

    @Test
    void aMonthBeginsWithNothingUsed() {
        assertThat(budget(MAY)).isEqualTo(new CallBudget(acme.id(), MAY, Allowance.FREE_EDITION, 0, 0, false));
    }

    @Test
    void aCallIsCountedWhileItKeepsTheMonthWithinTheMost() {
        assertThat(take(2)).isTrue();
        assertThat(take(2)).isTrue();
        assertThat(take(2)).isFalse();
        assertThat(budget(MAY).used()).isEqualTo(2);
        assertThat(take(3)).isTrue();
        assertThat(budget(MAY).used()).isEqualTo(3);
    }

    @Test
    void nothingMayBeTakenFromNothing() {
        assertThat(take(0)).isFalse();
        assertThat(take(-1)).isFalse();
        assertThat(budget(MAY).used()).isZero();
    }

    @Test
    void aCallGivenBackCanBeTakenAgain() {
        take(1);

        stores().callBudgets().giveBack(acme.id(), DAY, CallPurpose.REMINDER);

        assertThat(budget(MAY).used()).isZero();
        assertThat(take(1)).isTrue();
    }

    @Test
    void noMoreIsGivenBackThanWasTaken() {
        stores().callBudgets().giveBack(acme.id(), DAY, CallPurpose.REMINDER);
        take(5);
        stores().callBudgets().giveBack(acme.id(), DAY, CallPurpose.REMINDER);
        stores().callBudgets().giveBack(acme.id(), DAY, CallPurpose.REMINDER);

        assertThat(budget(MAY).used()).isZero();
    }

    @Test
    void savedCallsAddUp() {
        stores().callBudgets().addSaved(acme.id(), DAY, Saving.READ_IN_TIME, 2);
        stores().callBudgets().addSaved(acme.id(), DAY, Saving.READ_IN_TIME, 3);

        assertThat(budget(MAY)).isEqualTo(new CallBudget(acme.id(), MAY, Allowance.FREE_EDITION, 0, 5, false));
    }

    @Test
    void anExhaustedMonthGivesNothingMore() {
        take(9);

        stores().callBudgets().exhaust(acme.id(), MAY);

        assertThat(take(9)).isFalse();
        assertThat(budget(MAY)).isEqualTo(new CallBudget(acme.id(), MAY, Allowance.FREE_EDITION, 1, 0, true));
        stores().callBudgets().giveBack(acme.id(), DAY, CallPurpose.REMINDER);
        assertThat(take(9)).isFalse();
    }

    @Test
    void aMonthThatIsReopenedGivesTheRest() {
        take(9);
        stores().callBudgets().exhaust(acme.id(), MAY);
        stores().callBudgets().exhaust(acme.id(), JUNE);

        stores().callBudgets().reopen(acme.id(), MAY);

        assertThat(take(9)).isTrue();
        assertThat(budget(MAY)).isEqualTo(new CallBudget(acme.id(), MAY, Allowance.FREE_EDITION, 2, 0, false));
        assertThat(budget(JUNE).exhausted()).isTrue();
    }

    @Test
    void monthsAreCountedOnTheirOwn() {
        stores().callBudgets().exhaust(acme.id(), MAY);

        assertThat(stores().callBudgets().take(acme.id(), JUNE.atDay(1), CallPurpose.REMINDER, 9))
                .isTrue();
        assertThat(budget(JUNE)).isEqualTo(new CallBudget(acme.id(), JUNE, Allowance.FREE_EDITION, 1, 0, false));
        assertThat(budget(MAY).used()).isZero();
    }

    @Test
    void tenantsAreCountedOnTheirOwn() {
        TenantId other = scene().customer("Other").id();
        take(9);

        assertThat(stores().callBudgets().get(other, MAY).used()).isZero();
    }

    @Test
    void whatWasNotedOfAMonthIsListedForAllTenants() {
        TenantId other = scene().customer("Other").id();
        scene().customer("Idle");
        take(9);
        stores().callBudgets().addSaved(other, DAY, Saving.READ_IN_TIME, 1);
        stores().callBudgets().addSaved(other, JUNE.atDay(1), Saving.READ_IN_TIME, 1);

        assertThat(stores().callBudgets().list(MAY))
                .containsExactlyInAnyOrder(budget(MAY), stores().callBudgets().get(other, MAY));
    }

    @Test
    void theAllowanceIsTheTenantsOfNow() {
        take(9);
        stores().tenants()
                .save(new Tenant(
                        acme.id(),
                        acme.kind(),
                        acme.organisation(),
                        acme.appId(),
                        acme.brand(),
                        acme.secret(),
                        acme.edition(),
                        new Allowance(50),
                        acme.plan(),
                        acme.state(),
                        acme.tenantKey()));

        assertThat(budget(MAY)).isEqualTo(new CallBudget(acme.id(), MAY, new Allowance(50), 1, 0, false));
    }

    @Test
    void aTakeThatIsRolledBackIsNotCounted() {
        assertThat(transactions().<Boolean>inTransaction(now -> take(9))).isTrue();
        try {
            inTransaction(now -> {
                take(9);
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("rolled back");
        }

        assertThat(budget(MAY).used()).isEqualTo(1);
    }

    @Test
    void howeverManyTakeAtOnceTheMostIsNotPassed() {
        int each = Effort.of(25);
        int most = 8 * each - 10;

        List<Long> taken = Together.run(
                8, worker -> IntStream.range(0, each).filter(i -> take(most)).count());

        assertThat(taken.stream().mapToLong(Long::longValue).sum()).isEqualTo(most);
        assertThat(budget(MAY).used()).isEqualTo(most);
    }

    @Test
    void takingAndGivingBackAtOnceLosesNothing() {
        int each = Effort.of(25);

        List<Integer> done = Together.run(8, worker -> {
            for (int i = 0; i < each; i++) {
                assertThat(take(10_000)).isTrue();
                if (i % 2 == 0) {
                    stores().callBudgets().giveBack(acme.id(), DAY, CallPurpose.REMINDER);
                }
            }
            return each - (each + 1) / 2;
        });

        assertThat(budget(MAY).used())
                .isEqualTo(done.stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void callsAreKeptByDayAndPurpose() {
        LocalDate next = DAY.plusDays(1);
        take(9);
        take(9);
        stores().callBudgets().take(acme.id(), DAY, CallPurpose.EMERGENCY, 9);
        stores().callBudgets().take(acme.id(), next, CallPurpose.SETUP, 9);

        assertThat(days(acme.id()))
                .containsExactly(
                        new CallDay(
                                acme.id(), DAY, Map.of(CallPurpose.REMINDER, 2, CallPurpose.EMERGENCY, 1), Map.of()),
                        new CallDay(acme.id(), next, Map.of(CallPurpose.SETUP, 1), Map.of()));
        assertThat(budget(MAY).used()).isEqualTo(4);
    }

    @Test
    void aCallThatIsRefusedIsInNoDay() {
        take(0);
        take(1);
        take(1);

        assertThat(days(acme.id()))
                .containsExactly(new CallDay(acme.id(), DAY, Map.of(CallPurpose.REMINDER, 1), Map.of()));
    }

    @Test
    void aCallIsGivenBackWhereItWasTaken() {
        take(9);
        stores().callBudgets().take(acme.id(), DAY, CallPurpose.EMERGENCY, 9);

        stores().callBudgets().giveBack(acme.id(), DAY, CallPurpose.SETUP);
        stores().callBudgets().giveBack(acme.id(), DAY.plusDays(1), CallPurpose.REMINDER);
        assertThat(budget(MAY).used()).isEqualTo(2);

        stores().callBudgets().giveBack(acme.id(), DAY, CallPurpose.REMINDER);
        assertThat(budget(MAY).used()).isEqualTo(1);
        assertThat(days(acme.id()).get(0).calls(CallPurpose.REMINDER)).isZero();
        assertThat(days(acme.id()).get(0).used()).isEqualTo(1);
    }

    @Test
    void savedCallsAreKeptByDayAndReason() {
        stores().callBudgets().addSaved(acme.id(), DAY, Saving.READ_IN_TIME, 2);
        stores().callBudgets().addSaved(acme.id(), DAY, Saving.COALESCED, 3);
        stores().callBudgets().addSaved(acme.id(), DAY, Saving.COALESCED, 4);

        assertThat(days(acme.id()))
                .containsExactly(
                        new CallDay(acme.id(), DAY, Map.of(), Map.of(Saving.READ_IN_TIME, 2, Saving.COALESCED, 7)));
        assertThat(budget(MAY).saved()).isEqualTo(2);
    }

    @Test
    void daysAreListedForThoseAskedForWithinTheSpan() {
        TenantId other = scene().customer("Other").id();
        TenantId third = scene().customer("Third").id();
        for (TenantId tenant : List.of(acme.id(), other, third)) {
            for (int day = 1; day <= 5; day++) {
                stores().callBudgets().take(tenant, MAY.atDay(day), CallPurpose.REMINDER, 9);
            }
        }

        assertThat(stores().callBudgets().listDays(List.of(acme.id(), other), MAY.atDay(2), MAY.atDay(4)))
                .extracting(CallDay::day)
                .containsExactly(MAY.atDay(2), MAY.atDay(2), MAY.atDay(3), MAY.atDay(3));
        assertThat(stores().callBudgets().listDays(List.of(), MAY.atDay(2), MAY.atDay(4)))
                .isEmpty();
    }

    @Test
    void daysOfManyWhoCountAtOnceComeToWhatTheMonthHas() {
        int each = Effort.of(25);

        Together.run(8, worker -> {
            for (int i = 0; i < each; i++) {
                LocalDate day = MAY.atDay(1 + (worker + i) % 3);
                CallPurpose purpose = i % 2 == 0 ? CallPurpose.REMINDER : CallPurpose.EMERGENCY;
                stores().callBudgets().take(acme.id(), day, purpose, 8 * each / 2);
                if (i % 3 == 0) {
                    stores().callBudgets().giveBack(acme.id(), day, purpose);
                }
            }
            return worker;
        });

        assertThat(days(acme.id()).stream().mapToInt(CallDay::used).sum())
                .isEqualTo(budget(MAY).used());
    }

    private List<CallDay> days(TenantId tenant) {
        return stores().callBudgets().listDays(List.of(tenant), MAY.atDay(1), JUNE.atDay(1));
    }

    private boolean take(int most) {
        return stores().callBudgets().take(acme.id(), DAY, CallPurpose.REMINDER, most);
    }

    private CallBudget budget(YearMonth month) {
        return stores().callBudgets().get(acme.id(), month);
    }
}
