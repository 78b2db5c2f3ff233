package io.larkdesk.lark;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.tenant.TenantId;
import java.util.Optional;

/**
 * Counts the calls that Lark counts: all but those of {@code auth} and {@code authen}. Asked immediately before a request is sent, once for
 * each request. Thread-safe.
 */
public interface CallMeter {

    /** Counts one call; empty if it must not be made. Nor is it made if this throws; then it is perhaps counted all the same. */
    Optional<Charge> take(TenantId tenant, CallPurpose purpose);

    /** One call that was counted. At most one of its methods is called, once; neither if Lark did it, or its outcome is unknown. */
    interface Charge {

        /** Lark did not count the call: it refused it with an HTTP status of 4xx or 5xx, or the request never left. */
        void giveBack();

        /** Lark refused the call since the organisation's calls of this month are used up. */
        void exhaust();
    }
}
