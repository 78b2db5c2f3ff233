package io.larkdesk.app;

import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.core.tenant.TenantScope;
import io.micronaut.core.propagation.PropagatedContext;

/** In what tests work that ask the service's beans past its pages. */
public final class TestScope {

    private static final PropagatedContext EVERYBODY =
            CurrentScope.in(new TenantScope.Everybody(), PropagatedContext::get);

    private TestScope() {}

    /** The calling thread works for all tenants from now on. */
    @SuppressWarnings("MustBeClosedChecker") // It stays so
    public static void everybody() {
        EVERYBODY.propagate();
    }
}
