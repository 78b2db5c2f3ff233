package io.larkdesk.core.escalation;

import io.larkdesk.core.tenant.PlanName;
import java.util.Map;
import java.util.Optional;

/**
 * What the provider's support plans promise, by their names; a plan that is not there promises what every plan does. Methods join the
 * running transaction, or are one of their own. Thread-safe.
 */
public interface PlanPromises {

    /** What the plan of this name promises of its own. */
    Optional<SupportPlan> find(PlanName plan);

    /** All of them. */
    Map<PlanName, SupportPlan> list();

    /** From now on there are these. What was copied from others stays as it is. */
    void replace(Map<PlanName, SupportPlan> plans);
}
