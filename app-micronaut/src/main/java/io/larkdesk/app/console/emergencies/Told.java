package io.larkdesk.app.console.emergencies;

import io.larkdesk.core.escalation.EmergencyId;
import java.util.Objects;

/**
 * Why something was not done about an Emergency.
 *
 * @param emergency which
 * @param text why, in words
 * @param isClosing whether the closing word is the reason
 * @param closing what was entered as that
 */
public record Told(EmergencyId emergency, String text, boolean isClosing, String closing) {

    /** Refuses null. */
    public Told {
        Objects.requireNonNull(emergency, "emergency");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(closing, "closing");
    }

    static Told because(EmergencyId emergency, String text) {
        return new Told(emergency, text, false, "");
    }

    /** Whether it is about {@code item}. */
    public boolean isAbout(EmergencyItem item) {
        return emergency.equals(item.described().id());
    }
}
