package io.larkdesk.core.tenant;

import java.util.Optional;

/** Writes down what an operator's file does to tenants, inside the transaction in which it happens. */
public interface TenantRecord {

    /** {@code after} is not as it was; {@code before} is empty if it is new. */
    void configured(Optional<Tenant> before, Tenant after);
}
