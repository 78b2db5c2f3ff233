package io.larkdesk.core.onboarding;

import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The last Preflight of each tenant, the drift of configurations, and the days on which tenants used Lark. Methods join the running
 * transaction, or are one of their own. Thread-safe.
 */
public interface Preflights {

    /** The tenant's last one; empty if there was none. */
    Optional<Preflight> find(TenantId tenant);

    /** Stores {@code preflight} in the place of the tenant's last one. */
    void save(Preflight preflight);

    /** Forgets the tenant's last one, if there was one: what it found is of an app that is not the tenant's any more. */
    void forget(TenantId tenant);

    /** Notes that somebody is to be told; a drift that was noted already stays as it is. */
    void add(Drift drift);

    /**
     * The earliest drift of which nobody was told, held until the running transaction ends; one that another transaction holds is skipped.
     *
     * @throws IllegalStateException outside a transaction
     */
    Optional<Drift> lockUntold();

    /** Notes that somebody was told of {@code drift} at {@code at}. */
    void told(Drift drift, Instant at);

    /** The last day of the tenant that was looked at; empty if none was. */
    Optional<LarkDay> findDay(TenantId tenant);

    /**
     * The same, held until the running transaction ends, waiting for others.
     *
     * @throws IllegalStateException outside a transaction
     */
    Optional<LarkDay> lockDay(TenantId tenant);

    /** Tenants of whose app Lark refused something, and which were not inspected since. */
    List<TenantId> listBroken();

    /** Stores {@code day} in the place of the tenant's last one. */
    void save(LarkDay day);
}
