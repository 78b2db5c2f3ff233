package io.larkdesk.core.reminder;

import io.larkdesk.core.tenant.Tenant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tells by which policy a customer's people are reminded while its budget allows it. */
@Singleton
public final class ReminderPolicies {

    private final ReminderPolicy usual;
    private final ReminderWindows windows;

    /** Takes its collaborators. */
    @Inject
    public ReminderPolicies(ReminderPolicy usual, ReminderWindows windows) {
        this.usual = usual;
        this.windows = windows;
    }

    /** The policy, with the window that {@code tenant} asked for if that is longer. */
    public ReminderPolicy of(Tenant tenant) {
        return windows.of(tenant).map(usual::asking).orElse(usual);
    }
}
