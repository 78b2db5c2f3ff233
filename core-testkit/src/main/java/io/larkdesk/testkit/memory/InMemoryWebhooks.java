package io.larkdesk.testkit.memory;

import io.larkdesk.core.sealing.SealedText;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.webhook.Delivery;
import io.larkdesk.core.webhook.Endpoint;
import io.larkdesk.core.webhook.EndpointId;
import io.larkdesk.core.webhook.EventId;
import io.larkdesk.core.webhook.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Endpoints and deliveries by provider and id; attempts by the delivery. */
final class InMemoryWebhooks implements Webhooks {

    private static final Comparator<Endpoint> FIRST_ADDED = Comparator.comparing(Endpoint::addedAt)
            .thenComparing(endpoint -> endpoint.id().value());

    private final InMemoryTransactions transactions;
    private final Table<Key<EndpointId>, Endpoint> endpoints;
    private final Table<Key<EventId>, Delivery> deliveries;
    private final Table<Key<EventId>, List<Delivery.Attempt>> attempts;

    InMemoryWebhooks(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.endpoints = new Table<>(transactions);
        this.deliveries = new Table<>(transactions);
        this.attempts = new Table<>(transactions);
    }

    private record Key<I>(TenantId provider, I id) {

        static Key<EventId> of(Delivery delivery) {
            return new Key<>(delivery.provider(), delivery.id());
        }
    }

    @Override
    public void save(Endpoint endpoint) {
        transactions.inTransaction(now -> {
            endpoints.put(new Key<>(endpoint.provider(), endpoint.id()), endpoint);
            return endpoint;
        });
    }

    @Override
    public List<Endpoint> listEndpoints(TenantId provider) {
        return endpoints.list().stream()
                .filter(endpoint -> endpoint.provider().equals(provider))
                .sorted(FIRST_ADDED)
                .toList();
    }

    @Override
    public List<Endpoint> listWorking() {
        return endpoints.list().stream()
                .filter(endpoint -> endpoint.stoppedAt().isEmpty())
                .sorted(FIRST_ADDED)
                .toList();
    }

    @Override
    public Optional<Endpoint> lockEndpoint(TenantId provider, EndpointId id) {
        transactions.require();
        endpoints.hold(new Key<>(provider, id));
        return endpoints.find(new Key<>(provider, id));
    }

    @Override
    public void save(Delivery delivery) {
        transactions.inTransaction(now -> {
            deliveries.put(Key.of(delivery), delivery);
            return delivery;
        });
    }

    @Override
    public List<Delivery> lockDue(Instant now, int limit, int share, Collection<EndpointId> underWay) {
        transactions.require();
        return transactions.atOnce(() -> deliveries.list().stream()
                .filter(delivery ->
                        delivery.due().filter(due -> !due.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(delivery -> delivery.due().orElseThrow()))
                .collect(Turns.taken(Delivery::endpoint, underWay))
                .filter(turn -> turn.place() <= share)
                .map(Turns.Turn::item)
                .filter(delivery -> deliveries.tryHold(Key.of(delivery)))
                .limit(limit)
                .toList());
    }

    @Override
    public Optional<Instant> findEarliestDue() {
        return deliveries.list().stream()
                .flatMap(delivery -> delivery.due().stream())
                .min(Comparator.naturalOrder());
    }

    @Override
    public Optional<Delivery> lockDelivery(TenantId provider, EventId id) {
        transactions.require();
        deliveries.hold(new Key<>(provider, id));
        return deliveries.find(new Key<>(provider, id));
    }

    @Override
    public void stopAll(TenantId provider, EndpointId endpoint) {
        transactions.inTransaction(now -> {
            List<Delivery> held = transactions.atOnce(() -> deliveries.list().stream()
                    .filter(delivery -> delivery.provider().equals(provider)
                            && delivery.endpoint().equals(endpoint)
                            && delivery.end().isEmpty()
                            && deliveries.tryHold(Key.of(delivery)))
                    .toList());
            held.forEach(delivery -> deliveries.put(Key.of(delivery), stopped(delivery)));
            return held;
        });
    }

    private static Delivery stopped(Delivery delivery) {
        return new Delivery(
                delivery.id(),
                delivery.provider(),
                delivery.endpoint(),
                delivery.type(),
                delivery.ticket(),
                delivery.at(),
                delivery.attempts(),
                Optional.empty(),
                Optional.of(Delivery.End.STOPPED));
    }

    @Override
    public List<Delivery> listDeliveries(TenantId provider, EndpointId endpoint, int limit) {
        return deliveries.list().stream()
                .filter(delivery -> delivery.provider().equals(provider)
                        && delivery.endpoint().equals(endpoint))
                .sorted(Comparator.comparing(Delivery::at).reversed().thenComparing(delivery -> delivery.id()
                        .value()))
                .limit(limit)
                .toList();
    }

    @Override
    public void add(Delivery.Attempt attempt) {
        transactions.inTransaction(now -> {
            Key<EventId> key = new Key<>(attempt.provider(), attempt.event());
            List<Delivery.Attempt> all = new ArrayList<>(listAttempts(attempt.provider(), attempt.event()));
            all.add(attempt);
            attempts.put(key, List.copyOf(all));
            return attempt;
        });
    }

    @Override
    public List<Delivery.Attempt> listAttempts(TenantId provider, EventId event) {
        return attempts.find(new Key<>(provider, event)).orElse(List.of());
    }

    @Override
    public void forget(Instant instant) {
        transactions.inTransaction(now -> {
            deliveries.list().stream()
                    .filter(delivery ->
                            delivery.end().isPresent() && delivery.at().isBefore(instant))
                    .map(Key::of)
                    .toList()
                    .forEach(key -> {
                        deliveries.remove(key);
                        attempts.remove(key);
                    });
            return instant;
        });
    }

    List<Endpoint> listAllEndpoints() {
        return endpoints.list();
    }

    /** Replaces what {@code text} has, if it is there still. */
    boolean replace(SealedText text, SealedSecret secret) {
        Key<EndpointId> key = new Key<>(text.tenant(), new EndpointId(text.id()));
        endpoints.hold(key);
        Optional<Endpoint> replaced = endpoints
                .find(key)
                .flatMap(endpoint -> text.kind() == SealedText.Kind.ENDPOINT
                        ? Optional.of(endpoint)
                                .filter(same -> same.secret().equals(text.secret()))
                                .map(same -> with(same, secret, same.retiring()))
                        : endpoint.retiring()
                                .filter(old -> old.secret().equals(text.secret()))
                                .map(old -> with(
                                        endpoint,
                                        endpoint.secret(),
                                        Optional.of(new Endpoint.Retiring(secret, old.until())))));
        replaced.ifPresent(endpoint -> endpoints.put(key, endpoint));
        return replaced.isPresent();
    }

    private static Endpoint with(Endpoint endpoint, SealedSecret secret, Optional<Endpoint.Retiring> retiring) {
        return new Endpoint(
                endpoint.id(),
                endpoint.provider(),
                endpoint.url(),
                endpoint.types(),
                secret,
                retiring,
                endpoint.addedAt(),
                endpoint.stoppedAt());
    }
}
