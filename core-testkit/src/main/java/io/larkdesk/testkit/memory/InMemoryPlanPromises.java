package io.larkdesk.testkit.memory;

import io.larkdesk.core.escalation.PlanPromises;
import io.larkdesk.core.escalation.SupportPlan;
import io.larkdesk.core.tenant.PlanName;
import java.util.Map;
import java.util.Optional;

/** What all plans promise, as one value. */
final class InMemoryPlanPromises implements PlanPromises {

    private static final String ALL = "all";

    private final InMemoryTransactions transactions;
    private final Table<String, Map<PlanName, SupportPlan>> promises;

    InMemoryPlanPromises(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.promises = new Table<>(transactions);
    }

    @Override
    public Optional<SupportPlan> find(PlanName plan) {
        return Optional.ofNullable(list().get(plan));
    }

    @Override
    public Map<PlanName, SupportPlan> list() {
        return promises.find(ALL).orElse(Map.of());
    }

    @Override
    public void replace(Map<PlanName, SupportPlan> plans) {
        transactions.inTransaction(now -> {
            promises.put(ALL, Map.copyOf(plans));
            return plans;
        });
    }
}
