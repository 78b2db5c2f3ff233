package io.larkdesk.core.audit;

import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One of the books that the audit log is kept in: each customer has one, and the provider has one. Each is a chain of its own, so that it
 * can be taken away and checked as a whole, and those who write about different customers do not wait for each other.
 *
 * @param customer whose it is; empty for the provider's, which is there before the provider is
 */
public record AuditBook(Optional<TenantId> customer) {

    /** What is not about one customer: roles, the roster, support plans, the deployment. */
    public static final AuditBook PROVIDER = new AuditBook(Optional.empty());

    private static final UUID PROVIDERS_ID = new UUID(0, 0);

    /** Refuses null. */
    public AuditBook {
        Objects.requireNonNull(customer, "customer");
    }

    /** The book of {@code customer}. */
    public static AuditBook of(TenantId customer) {
        return new AuditBook(Optional.of(customer));
    }

    /** The book in which what is done to {@code tenant} stands. */
    public static AuditBook about(Tenant tenant) {
        return tenant.isProvider() ? PROVIDER : of(tenant.id());
    }

    /** The book with this id. */
    public static AuditBook withId(UUID id) {
        return id.equals(PROVIDERS_ID) ? PROVIDER : of(new TenantId(id));
    }

    /** The customer's id; zeros for the provider's book. */
    public UUID id() {
        return customer.map(TenantId::value).orElse(PROVIDERS_ID);
    }
}
