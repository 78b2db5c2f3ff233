package io.larkdesk.lark;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.MeterCalls;
import io.larkdesk.core.tenant.TenantId;
import java.util.Objects;
import java.util.Optional;

/** Counts calls on the tenants' budgets. */
public final class BudgetMeter implements CallMeter {

    private final MeterCalls meterCalls;

    /** Takes the core's meter. */
    public BudgetMeter(MeterCalls meterCalls) {
        this.meterCalls = Objects.requireNonNull(meterCalls, "meterCalls");
    }

    @Override
    public Optional<Charge> take(TenantId tenant, CallPurpose purpose) {
        return meterCalls.take(tenant, purpose).map(Counted::new);
    }

    private final class Counted implements Charge {

        private final MeterCalls.Charge charge;

        Counted(MeterCalls.Charge charge) {
            this.charge = charge;
        }

        @Override
        public void giveBack() {
            meterCalls.giveBack(charge);
        }

        @Override
        public void exhaust() {
            meterCalls.exhaust(charge);
        }
    }
}
