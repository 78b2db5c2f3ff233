package io.larkdesk.core.escalation;

import java.util.Optional;

/**
 * The number at which the provider is called when nobody answers.
 *
 * @param number as it is to be read out, such as {@code +65 3159 0100}; empty if there is none
 */
public record EmergencyPhone(Optional<String> number) {

    /** The longest number, in characters. */
    public static final int LONGEST = 40;

    /** There is none. */
    public static final EmergencyPhone NONE = new EmergencyPhone(Optional.empty());

    /** Refuses a number that is blank or overlong. */
    public EmergencyPhone {
        if (number.filter(text -> text.isBlank() || text.length() > LONGEST).isPresent()) {
            throw new IllegalArgumentException("number is blank or longer than " + LONGEST + ": " + number);
        }
    }
}
