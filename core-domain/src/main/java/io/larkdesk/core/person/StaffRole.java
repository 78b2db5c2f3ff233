package io.larkdesk.core.person;

/** What a provider's person does. */
public enum StaffRole {
    /** Technical account manager: looks after tenants. */
    TAM,
    /** Solves tickets. */
    ENGINEER,
    /** Answers for emergencies. */
    DUTY_MANAGER,
    /** Runs the deployment and gives roles. */
    ADMIN;

    /** Whether those who have it see to all customers, also to those that others serve. */
    public boolean isForAllCustomers() {
        return this == DUTY_MANAGER || this == ADMIN;
    }
}
