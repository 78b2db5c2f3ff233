package io.larkdesk.core.escalation;

/** The support plans as they are now. Thread-safe. */
public interface SupportPlans {

    /** What the plan called {@code name} promises; of a name that is not known, what every plan promises. */
    SupportPlan of(String name);
}
