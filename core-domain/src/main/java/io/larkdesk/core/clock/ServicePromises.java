package io.larkdesk.core.clock;

import io.larkdesk.core.tenant.TenantId;
import java.util.Optional;

/** What is promised of the tickets of tenants now. Thread-safe. */
public interface ServicePromises {

    /** What the plan of {@code tenant} promises; empty if nothing. */
    Optional<ServiceTargets> of(TenantId tenant);
}
