package io.larkdesk.testkit.law;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What may befall tenants. */
final class TenantArbitraries {

    private TenantArbitraries() {}

    static Arbitrary<Step> suspensions() {
        return Arbitraries.of(Company.class).map(TenantSteps.Suspend::new);
    }

    static Arbitrary<Step> resumptions() {
        return Arbitraries.of(Company.class).map(TenantSteps.Resume::new);
    }

    static Arbitrary<Step> emergencies() {
        return Combinators.combine(Arbitraries.of(Company.class), Arbitraries.of(1, 3))
                .as(TenantSteps.Urgent::new);
    }
}
