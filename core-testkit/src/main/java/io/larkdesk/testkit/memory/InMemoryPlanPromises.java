package io.larkdesk.testkit.memory;

import io.larkdesk.core.escalation.PlanPromises;
import io.larkdesk.core.escalation.SupportPlan;
import java.util.Map;
import java.util.Optional;

/** What all plans promise, as one value. */
final class InMemoryPlanPromises implements PlanPromises {

    private static final String ALL = "all";

    private final InMemoryTransactions transactions;
    private final Table<String, Map<String, SupportPlan>> promises;

    InMemoryPlanPromises(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.promises = new Table<>(transactions);
    }

    @Override
    public Optional<SupportPlan> find(String plan) {
        return Optional.ofNullable(list().get(plan));
    }

    @Override
    public Map<String, SupportPlan> list() {
        return promises.find(ALL).orElse(Map.of());
    }

    @Override
    public void replace(Map<String, SupportPlan> plans) {
        transactions.inTransaction(now -> {
            promises.put(ALL, Map.copyOf(plans));
            return plans;
        });
    }
}
