package io.larkdesk.lark;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.MeterCalls;
import io.larkdesk.core.budget.Saving;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BudgetMeterTest {

    private final Ledger ledger = new Ledger(3);
    private final BudgetMeter meter = new BudgetMeter(
            new MeterCalls(new Now(), ledger, new BudgetPolicy(1, Duration.ofMinutes(30), Duration.ofHours(1))));

    @Test
    void countsEachCallAndKeepsTheReserve() {
        assertThat(meter.take(Samples.TENANT.id(), CallPurpose.REMINDER)).isPresent();
        assertThat(meter.take(Samples.TENANT.id(), CallPurpose.REMINDER)).isPresent();
        assertThat(meter.take(Samples.TENANT.id(), CallPurpose.REMINDER)).isEmpty();
        assertThat(meter.take(Samples.TENANT.id(), CallPurpose.EMERGENCY)).isPresent();
        assertThat(ledger.used).isEqualTo(3);
    }

    @Test
    void takesBackWhatLarkDidNotCount() {
        meter.take(Samples.TENANT.id(), CallPurpose.SETUP).orElseThrow().giveBack();

        assertThat(ledger.used).isZero();
        assertThat(ledger.exhausted).isFalse();
    }

    @Test
    void aUsedUpMonthStopsAllCalls() {
        meter.take(Samples.TENANT.id(), CallPurpose.SETUP).orElseThrow().exhaust();

        assertThat(ledger.used).isZero();
        assertThat(meter.take(Samples.TENANT.id(), CallPurpose.EMERGENCY)).isEmpty();
    }

    private static final class Now implements Transactions {

        @Override
        public <T> T inTransaction(Function<Instant, T> work) {
            return work.apply(Samples.NOW);
        }

        @Override
        public void afterCommit(Runnable work) {
            work.run();
        }
    }

    private static final class Ledger implements CallBudgets {

        private final int allowance;
        private int used;
        private boolean exhausted;

        Ledger(int allowance) {
            this.allowance = allowance;
        }

        @Override
        public CallBudget get(TenantId tenant, YearMonth month) {
            return new CallBudget(tenant, month, new Allowance(allowance), used, 0, exhausted);
        }

        @Override
        public void reopen(TenantId tenant, YearMonth month) {
            exhausted = false;
        }

        @Override
        public List<CallBudget> list(YearMonth month) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<CallDay> listDays(Collection<TenantId> tenants, LocalDate from, LocalDate until) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean take(TenantId tenant, LocalDate day, CallPurpose purpose, int most) {
            if (exhausted || used >= most) {
                return false;
            }
            used++;
            return true;
        }

        @Override
        public void giveBack(TenantId tenant, LocalDate day, CallPurpose purpose) {
            used--;
        }

        @Override
        public void addSaved(TenantId tenant, LocalDate day, Saving saving, int calls) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void exhaust(TenantId tenant, YearMonth month) {
            exhausted = true;
        }
    }
}
