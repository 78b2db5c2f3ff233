package io.larkdesk.app.health;

import io.larkdesk.core.shared.Transactions;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Whether the database answers. */
@Readiness
@Singleton
final class DatabaseIndicator extends AbstractHealthIndicator<Map<String, Object>> {

    private final Transactions transactions;

    DatabaseIndicator(Transactions transactions, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.transactions = transactions;
        this.executorService = executor;
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        String time = transactions.inTransaction(Object::toString);
        healthStatus = HealthStatus.UP;
        return Map.of("time", time);
    }

    @Override
    protected String getName() {
        return "database";
    }
}
