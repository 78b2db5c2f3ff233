package io.larkdesk.app.health;

import io.larkdesk.app.limits.UrgentWork;
import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.TenantScope;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Whether the database answers, soon enough for whoever asks; however much it has to do, for a node that is only busy must not be taken for one
 * that is ill.
 */
@Readiness
@Singleton
final class DatabaseIndicator implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseIndicator.class);
    private static final String NAME = "database";

    /** Load balancers wait no longer, and the database answers within milliseconds. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final UrgentWork urgent;
    private final ExecutorService threads;

    DatabaseIndicator(
            Transactions transactions, UrgentWork urgent, @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.transactions = transactions;
        this.urgent = urgent;
        this.threads = threads;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(this::ask)
                .subscribeOn(Schedulers.fromExecutorService(threads))
                .timeout(SOON, Mono.fromCallable(() -> down("not within " + SOON)));
    }

    private HealthResult ask() {
        try {
            String time = urgent.call(() ->
                    CurrentScope.in(new TenantScope.Nobody(), () -> transactions.inTransaction(Object::toString)));
            return HealthResult.builder(NAME, HealthStatus.UP)
                    .details(Map.of("time", time))
                    .build();
        } catch (RuntimeException e) {
            return down(e.getMessage());
        }
    }

    private static HealthResult down(@Nullable String why) {
        LOG.warn("The database does not answer: {}", why);
        return HealthResult.builder(NAME, HealthStatus.DOWN).build();
    }
}
