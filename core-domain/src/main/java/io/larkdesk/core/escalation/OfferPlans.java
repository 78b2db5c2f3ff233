package io.larkdesk.core.escalation;

import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.PlanName;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An operator says what the support plans promise. What is said anew holds; said again it changes nothing that people have changed since.
 * Emergencies that have begun go on as their plan was then.
 */
@Singleton
public final class OfferPlans {

    private final Transactions transactions;
    private final PlanPromises promises;
    private final RecordPlan record;

    /** Takes its collaborators. */
    @Inject
    public OfferPlans(Transactions transactions, PlanPromises promises, RecordPlan record) {
        this.transactions = transactions;
        this.promises = promises;
        this.record = record;
    }

    /** Whether this changed anything: offering the same again writes nothing. */
    public boolean execute(Map<PlanName, SupportPlan> plans) {
        return transactions.inTransaction(now -> {
            Map<PlanName, KeptPlan> kept =
                    promises.lock().stream().collect(Collectors.toMap(KeptPlan::name, Function.identity()));
            boolean changes = false;
            for (Map.Entry<PlanName, SupportPlan> plan : plans.entrySet()) {
                changes |= offer(Optional.ofNullable(kept.remove(plan.getKey())), plan.getKey(), plan.getValue());
            }
            for (KeptPlan left : kept.values()) {
                changes |= withdraw(left);
            }
            return changes;
        });
    }

    private boolean offer(Optional<KeptPlan> before, PlanName name, SupportPlan plan) {
        KeptPlan after = before.map(kept -> kept.offered(plan)).orElseGet(() -> KeptPlan.offering(name, plan));
        if (before.filter(after::equals).isPresent()) {
            return false;
        }
        promises.save(after);
        record(name, before, Optional.of(after));
        return true;
    }

    private boolean withdraw(KeptPlan plan) {
        if (plan.offered().isEmpty()) {
            return false;
        }
        Optional<KeptPlan> after = plan.withdrawn();
        after.ifPresentOrElse(promises::save, () -> promises.remove(plan.name()));
        record(plan.name(), Optional.of(plan), after);
        return true;
    }

    /** What the file says and people have changed since, promises what it did. */
    private void record(PlanName name, Optional<KeptPlan> before, Optional<KeptPlan> after) {
        Optional<SupportPlan> was = before.map(KeptPlan::plan);
        Optional<SupportPlan> is = after.map(KeptPlan::plan);
        if (!was.equals(is)) {
            record.changed(AuditActor.BOOTSTRAP_FILE, name, was, is);
        }
    }
}
