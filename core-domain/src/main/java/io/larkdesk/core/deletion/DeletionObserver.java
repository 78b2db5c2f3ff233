package io.larkdesk.core.deletion;

import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;

/** Is told what is to become of customers, inside the transaction in which it is said. */
public interface DeletionObserver {

    /** {@code customer} is to be deleted at {@code due}; if that is empty, it is not to be deleted after all. */
    void decided(TenantId customer, Optional<Instant> due, Instant now);
}
