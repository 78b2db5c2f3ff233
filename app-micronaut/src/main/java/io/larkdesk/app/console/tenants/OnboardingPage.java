package io.larkdesk.app.console.tenants;

import io.larkdesk.app.console.ConsoleFrame;
import java.util.Objects;
import java.util.Optional;

/**
 * A customer on the way into service, as staff see it.
 *
 * @param frame what stands around it
 * @param guide the steps
 * @param link the customer's link, whole, if it was made just now
 */
public record OnboardingPage(ConsoleFrame frame, GuideView guide, Optional<String> link) {

    /** Refuses null. */
    public OnboardingPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(guide, "guide");
        Objects.requireNonNull(link, "link");
    }
}
