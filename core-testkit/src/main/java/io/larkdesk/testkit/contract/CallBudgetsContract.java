package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.testkit.Effort;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.budget.CallBudgets}. */
public abstract class CallBudgetsContract extends StoresContract {

    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);

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

        stores().callBudgets().giveBack(acme.id(), MAY);

        assertThat(budget(MAY).used()).isZero();
        assertThat(take(1)).isTrue();
    }

    @Test
    void noMoreIsGivenBackThanWasTaken() {
        stores().callBudgets().giveBack(acme.id(), MAY);
        take(5);
        stores().callBudgets().giveBack(acme.id(), MAY);
        stores().callBudgets().giveBack(acme.id(), MAY);

        assertThat(budget(MAY).used()).isZero();
    }

    @Test
    void savedCallsAddUp() {
        stores().callBudgets().addSaved(acme.id(), MAY, 2);
        stores().callBudgets().addSaved(acme.id(), MAY, 3);

        assertThat(budget(MAY)).isEqualTo(new CallBudget(acme.id(), MAY, Allowance.FREE_EDITION, 0, 5, false));
    }

    @Test
    void anExhaustedMonthGivesNothingMore() {
        take(9);

        stores().callBudgets().exhaust(acme.id(), MAY);

        assertThat(take(9)).isFalse();
        assertThat(budget(MAY)).isEqualTo(new CallBudget(acme.id(), MAY, Allowance.FREE_EDITION, 1, 0, true));
        stores().callBudgets().giveBack(acme.id(), MAY);
        assertThat(take(9)).isFalse();
    }

    @Test
    void monthsAreCountedOnTheirOwn() {
        stores().callBudgets().exhaust(acme.id(), MAY);

        assertThat(stores().callBudgets().take(acme.id(), JUNE, 9)).isTrue();
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
        stores().callBudgets().addSaved(other, MAY, 1);
        stores().callBudgets().addSaved(other, JUNE, 1);

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
                    stores().callBudgets().giveBack(acme.id(), MAY);
                }
            }
            return each - (each + 1) / 2;
        });

        assertThat(budget(MAY).used())
                .isEqualTo(done.stream().mapToInt(Integer::intValue).sum());
    }

    private boolean take(int most) {
        return stores().callBudgets().take(acme.id(), MAY, most);
    }

    private CallBudget budget(YearMonth month) {
        return stores().callBudgets().get(acme.id(), month);
    }
}
