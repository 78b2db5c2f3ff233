package io.larkdesk.core.reminder;

import io.larkdesk.core.tenant.Tenant;
import java.util.Optional;

/** Which customers asked for fewer reminders. Thread-safe. */
public interface ReminderWindows {

    /** What {@code tenant} asked for; empty if nothing. */
    Optional<ReminderWindow> of(Tenant tenant);
}
