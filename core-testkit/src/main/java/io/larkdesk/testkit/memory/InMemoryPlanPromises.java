package io.larkdesk.testkit.memory;

import io.larkdesk.core.escalation.KeptPlan;
import io.larkdesk.core.escalation.PlanPromises;
import io.larkdesk.core.escalation.SupportPlan;
import io.larkdesk.core.tenant.PlanName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plans by name. */
final class InMemoryPlanPromises implements PlanPromises {

    private static final PlanName ALL = new PlanName("all");

    private final InMemoryTransactions transactions;
    private final Table<PlanName, KeptPlan> plans;
    private final Table<PlanName, PlanName> held;

    InMemoryPlanPromises(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.plans = new Table<>(transactions);
        this.held = new Table<>(transactions);
    }

    @Override
    public Optional<SupportPlan> find(PlanName plan) {
        return plans.find(plan).map(KeptPlan::plan);
    }

    @Override
    public List<KeptPlan> list() {
        return plans.list().stream()
                .sorted(Comparator.comparing(plan -> plan.name().value()))
                .toList();
    }

    @Override
    public List<KeptPlan> lock() {
        transactions.require();
        held.hold(ALL);
        return list();
    }

    @Override
    public void save(KeptPlan plan) {
        transactions.inTransaction(now -> {
            plans.put(plan.name(), plan);
            return plan;
        });
    }

    @Override
    public void remove(PlanName plan) {
        transactions.inTransaction(now -> {
            plans.remove(plan);
            return plan;
        });
    }
}
