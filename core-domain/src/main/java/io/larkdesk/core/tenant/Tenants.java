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

    /**
     * The same; until the running transaction ends nobody changes it. Several may hold one tenant so at once.
     *
     * @throws java.util.NoSuchElementException if there is none
     * @throws IllegalStateException outside a transaction
     */
    Tenant hold(TenantId id);

    /**
     * The same, to be changed: until the running transaction ends nobody else changes it, or holds it.
     *
     * @throws java.util.NoSuchElementException if there is none
     * @throws IllegalStateException outside a transaction
     */
    Tenant lock(TenantId id);

    /** The tenant that had this Lark app before it changed to another; empty if none did, or a tenant has it now. */
    Optional<Tenant> findByFormerApp(AppId app);

    /** Notes that {@code app} is not the tenant's any more. */
    void addFormerApp(TenantId tenant, AppId app);

    /** What an operator's configuration said last of the tenant's calls; empty if none ever did. */
    Optional<CallTerms> findConfigured(TenantId tenant);

    /** Notes that an operator's configuration says this of the calls of {@code tenant}, which is stored. */
    void configure(TenantId tenant, CallTerms terms);

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
