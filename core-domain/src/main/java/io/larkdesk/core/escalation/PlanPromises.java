package io.larkdesk.core.escalation;

import io.larkdesk.core.tenant.PlanName;
import java.util.List;
import java.util.Optional;

/**
 * What the provider's support plans promise, by their names; a plan that is not there promises what every plan does. Methods join the
 * running transaction, or are one of their own. Thread-safe.
 */
public interface PlanPromises {

    /** What the plan of this name promises of its own. */
    Optional<SupportPlan> find(PlanName plan);

    /** All of them, by name. */
    List<KeptPlan> list();

    /**
     * All of them, by name, held until the running transaction ends, waiting for others: nobody adds one meanwhile.
     *
     * @throws IllegalStateException outside a transaction
     */
    List<KeptPlan> lock();

    /** Stores {@code plan}, new or as it stands now. What was copied from it stays as it is. */
    void save(KeptPlan plan);

    /** From now on the plan of this name promises what every plan does. */
    void remove(PlanName plan);
}
