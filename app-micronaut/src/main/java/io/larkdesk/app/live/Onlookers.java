package io.larkdesk.app.live;

import io.larkdesk.core.tenant.TenantId;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The open pages that show how far a customer has come into service: the TAM's, and that of the customer's administrator, who has no
 * account. They hear that it may be further, and fetch anew what they show. Thread-safe.
 */
@Singleton
public final class Onlookers implements GracefulShutdownCapable {

    /** More of one customer nobody needs; each costs memory for as long as it is open. */
    private static final int MOST = 30;

    /** After that it is asked again whether the page may be shown. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final byte[] CHANGED =
            new EventText().event("onboarding", "{}").bytes();
    private static final byte[] ALIVE = new EventText().comment().bytes();

    private final Map<TenantId, Sinks.Many<byte[]>> customers = new ConcurrentHashMap<>();
    private final Sinks.Empty<Void> over = Sinks.empty();

    /** Whether as many follow {@code customer} as may. */
    boolean isFull(TenantId customer) {
        return followers(customer).currentSubscriberCount() >= MOST;
    }

    /** What a page hears that shows {@code customer}. */
    Flux<byte[]> open(TenantId customer) {
        return Flux.defer(() -> followers(customer).asFlux())
                .mergeWith(Flux.interval(SILENCE).map(tick -> ALIVE).onBackpressureDrop())
                .take(LONGEST)
                .takeUntilOther(over.asMono());
    }

    private Sinks.Many<byte[]> followers(TenantId customer) {
        return customers.computeIfAbsent(
                customer, ignored -> Sinks.many().multicast().directBestEffort());
    }

    /** {@code customer} may have come further. A hint; returns at once. */
    public void changed(TenantId customer) {
        Sinks.Many<byte[]> followers = customers.get(customer);
        if (followers != null) {
            synchronized (followers) {
                followers.tryEmitNext(CHANGED);
            }
        }
    }

    /** Hints were lost: any may have come further. Returns at once. */
    public void catchUp() {
        customers.keySet().forEach(this::changed);
    }

    /** Ends all streams, so that the server need not wait for them. */
    @Override
    public CompletionStage<?> shutdownGracefully() {
        over.tryEmitEmpty();
        return CompletableFuture.completedFuture(customers);
    }
}
