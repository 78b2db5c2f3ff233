package io.larkdesk.core.reminder;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies one MessageReminder over all attempts to deliver it; Lark gets it as {@code uuid} and accepts it once in an hour.
 *
 * @param value unique in the deployment
 */
public record ReminderId(UUID value) {

    /** Refuses null. */
    public ReminderId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
