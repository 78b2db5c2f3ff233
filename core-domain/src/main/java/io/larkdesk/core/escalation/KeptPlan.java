package io.larkdesk.core.escalation;

import io.larkdesk.core.tenant.PlanName;
import java.util.Objects;
import java.util.Optional;

/**
 * A support plan as it is kept: operators offer plans, and people change them.
 *
 * @param name what it is called
 * @param plan what it promises
 * @param offered what the operator said last; empty if the operator does not say anything about it
 * @param version 1 for a new one, and 1 more with each change of what it promises
 */
public record KeptPlan(PlanName name, SupportPlan plan, Optional<SupportPlan> offered, long version) {

    /** Refuses null, and a version below 1. */
    public KeptPlan {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(offered, "offered");
        if (version < 1) {
            throw new IllegalArgumentException("version is below 1: " + version);
        }
    }

    /** One that an operator offers for the first time. */
    static KeptPlan offering(PlanName name, SupportPlan plan) {
        return new KeptPlan(name, plan, Optional.of(plan), 1);
    }

    /** One that somebody makes. */
    static KeptPlan making(PlanName name, SupportPlan plan) {
        return new KeptPlan(name, plan, Optional.empty(), 1);
    }

    /** What the operator says holds when it is something new; said again it changes nothing of what people have changed since. */
    KeptPlan offered(SupportPlan next) {
        return offered.filter(next::equals).isPresent()
                ? this
                : new KeptPlan(name, next, Optional.of(next), plan.equals(next) ? version : version + 1);
    }

    /** What is left once the operator does not speak of it any more: what people changed; else nothing. */
    Optional<KeptPlan> withdrawn() {
        return offered.filter(plan::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new KeptPlan(name, plan, Optional.empty(), version));
    }

    KeptPlan changed(SupportPlan next) {
        return plan.equals(next) ? this : new KeptPlan(name, next, offered, version + 1);
    }
}
