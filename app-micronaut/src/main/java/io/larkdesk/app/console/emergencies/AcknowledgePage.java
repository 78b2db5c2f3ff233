package io.larkdesk.app.console.emergencies;

import io.larkdesk.app.console.ConsoleFrame;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks somebody who was paged to acknowledge.
 *
 * @param frame what stands around it
 * @param item the Emergency
 * @param told why it was not done, if it was tried
 */
public record AcknowledgePage(ConsoleFrame frame, EmergencyItem item, Optional<String> told) {

    /** Refuses null. */
    public AcknowledgePage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(told, "told");
    }
}
