package io.larkdesk.core.escalation;

import io.larkdesk.core.tenant.Tenant;

/** The support plans as they are now. Thread-safe. */
public interface SupportPlans {

    /** What the support plan of {@code tenant} promises; of a plan that is not known, what every plan promises. */
    SupportPlan of(Tenant tenant);
}
