package io.larkdesk.core.tenant;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whose data a piece of work may see and change. It comes from who is asking, not from what is asked for; so a store that keeps to it is a
 * wall of its own behind the conditions of each statement.
 */
public sealed interface TenantScope {

    /** The answer of the one function that fits. */
    <T> T fold(
            Supplier<? extends T> nobody, Function<? super TenantId, ? extends T> one, Supplier<? extends T> everybody);

    /** What {@code tenant}'s people work in: the tenant itself, or every one if it is the provider. */
    static TenantScope of(Tenant tenant) {
        return tenant.isProvider() ? new Everybody() : new One(tenant.id());
    }

    /** Of no tenant's, as long as it is not known who asks; only what of the provider's all may see. */
    record Nobody() implements TenantScope {

        @Override
        public <T> T fold(
                Supplier<? extends T> nobody,
                Function<? super TenantId, ? extends T> one,
                Supplier<? extends T> everybody) {
            return nobody.get();
        }
    }

    /**
     * Of one tenant's, and what of the provider's its people meet.
     *
     * @param tenant which
     */
    record One(TenantId tenant) implements TenantScope {

        /** Refuses null. */
        public One {
            Objects.requireNonNull(tenant, "tenant");
        }

        @Override
        public <T> T fold(
                Supplier<? extends T> nobody,
                Function<? super TenantId, ? extends T> one,
                Supplier<? extends T> everybody) {
            return one.apply(tenant);
        }
    }

    /** Of all tenants': the provider's people and systems, and work in the background. */
    record Everybody() implements TenantScope {

        @Override
        public <T> T fold(
                Supplier<? extends T> nobody,
                Function<? super TenantId, ? extends T> one,
                Supplier<? extends T> everybody) {
            return everybody.get();
        }
    }
}
