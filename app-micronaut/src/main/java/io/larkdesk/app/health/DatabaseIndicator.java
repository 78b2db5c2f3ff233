package io.larkdesk.app.health;

import io.larkdesk.app.limits.UrgentWork;
import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.TenantScope;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Whether the database answers; however much it has to do, for a node that is only busy must not be taken for one that is ill. */
@Readiness
@Singleton
final class DatabaseIndicator extends AbstractHealthIndicator<Map<String, Object>> {

    private final Transactions transactions;
    private final UrgentWork urgent;

    DatabaseIndicator(
            Transactions transactions, UrgentWork urgent, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.transactions = transactions;
        this.urgent = urgent;
        this.executorService = executor;
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        String time = urgent.call(
                () -> CurrentScope.in(new TenantScope.Nobody(), () -> transactions.inTransaction(Object::toString)));
        healthStatus = HealthStatus.UP;
        return Map.of("time", time);
    }

    @Override
    protected String getName() {
        return "database";
    }
}
