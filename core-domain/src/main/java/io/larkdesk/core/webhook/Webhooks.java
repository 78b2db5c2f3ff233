package io.larkdesk.core.webhook;

import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Endpoints, and what is on its way to them. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Webhooks {

    /** Stores {@code endpoint}, new or changed. */
    void save(Endpoint endpoint);

    /** The endpoints of the provider, the first added first. */
    List<Endpoint> listEndpoints(TenantId provider);

    /** All endpoints that are told something. */
    List<Endpoint> listWorking();

    /**
     * The endpoint, held until the running transaction ends.
     *
     * @throws IllegalStateException outside a transaction
     */
    Optional<Endpoint> lockEndpoint(TenantId provider, EndpointId id);

    /** Stores {@code delivery}, new or changed. */
    void save(Delivery delivery);

    /**
     * Those due at {@code now} that nobody else holds, at most {@code limit}; held until the running transaction ends. Endpoints take
     * turns: each delivery has a place at its endpoint, counted from one, after those that are under way there; the first places come
     * first, and among equals the longest due.
     *
     * @param share deliveries with a higher place than this are left
     * @param underWay to which endpoints the caller tells something just now, each as often as it does
     * @throws IllegalStateException outside a transaction
     */
    List<Delivery> lockDue(Instant now, int limit, int share, Collection<EndpointId> underWay);

    /** When the next is due, if any is. */
    Optional<Instant> findEarliestDue();

    /**
     * The delivery, held until the running transaction ends.
     *
     * @throws IllegalStateException outside a transaction
     */
    Optional<Delivery> lockDelivery(TenantId provider, EventId id);

    /**
     * Ends, as {@link Delivery.End#STOPPED}, all deliveries to the endpoint that are not over. One that another transaction holds is left
     * to that.
     */
    void stopAll(TenantId provider, EndpointId endpoint);

    /** The last {@code limit} deliveries to the endpoint, the last one first. */
    List<Delivery> listDeliveries(TenantId provider, EndpointId endpoint, int limit);

    /** Stores an attempt. */
    void add(Delivery.Attempt attempt);

    /** The attempts of an event, the first first. */
    List<Delivery.Attempt> listAttempts(TenantId provider, EventId event);

    /** Forgets what happened before {@code instant} and is over, with its attempts. */
    void forget(Instant instant);
}
