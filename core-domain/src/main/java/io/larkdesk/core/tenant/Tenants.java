package io.larkdesk.core.tenant;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The tenants of the deployment, the provider among them. Methods join the running transaction, or are one of their own.
 * Thread-safe.
 */
public interface Tenants {

    /** The tenant with this Lark app, in whatever state; empty if there is none. */
    Optional<Tenant> findByApp(AppId app);

    /**
     * The tenant itself.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    Tenant get(TenantId id);

    /** Those of {@code ids} that exist, in any order. */
    List<Tenant> listAll(Collection<TenantId> ids);

    /** The provider, once it is set up. */
    Optional<Tenant> findProvider();

    /** All tenants, the provider first, then by organisation name. */
    List<Tenant> list();

    /**
     * Stores {@code tenant}, new or changed.
     *
     * @throws io.larkdesk.core.shared.ConflictException if another tenant has the same App ID, or there is another provider
     */
    void save(Tenant tenant);
}
