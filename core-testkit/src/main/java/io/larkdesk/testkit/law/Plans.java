package io.larkdesk.testkit.law;

import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.SupportPlan;
import io.larkdesk.core.escalation.SupportPlans;
import io.larkdesk.core.tenant.Tenant;
import java.time.Duration;
import java.util.Optional;

/** One support plan for all tenants, which can be changed. Thread-safe. */
final class Plans implements SupportPlans {

    private volatile SupportPlan plan = new SupportPlan(
            Duration.ofMinutes(30), EscalationPolicy.standard(EscalationPolicy.ACKNOWLEDGE_WITHIN, Optional.of(2)));

    Plans() {}

    @Override
    public SupportPlan of(Tenant tenant) {
        return plan;
    }

    SupportPlan now() {
        return plan;
    }

    void set(SupportPlan other) {
        plan = other;
    }
}
