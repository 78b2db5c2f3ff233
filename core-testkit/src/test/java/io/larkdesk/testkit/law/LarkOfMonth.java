package io.larkdesk.testkit.law;

import io.larkdesk.core.tenant.TenantId;
import java.util.HashMap;
import java.util.Map;

/** Lark as it counts for itself: all apps of an organisation together, and no more than 10,000 calls in the month. */
final class LarkOfMonth {

    static final int MOST = 10_000;

    private final Map<TenantId, Integer> calls = new HashMap<>();
    private int refused;

    /** Whether Lark takes the call. */
    boolean call(TenantId organisation) {
        if (calls(organisation) >= MOST) {
            refused++;
            return false;
        }
        calls.merge(organisation, 1, Integer::sum);
        return true;
    }

    int calls(TenantId organisation) {
        return calls.getOrDefault(organisation, 0);
    }

    int refused() {
        return refused;
    }
}
