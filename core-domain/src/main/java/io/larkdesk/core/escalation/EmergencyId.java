package io.larkdesk.core.escalation;

import io.larkdesk.core.group.GroupId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifies an Emergency, together with the group of its ticket. Its text form, for addresses, has 80 characters.
 *
 * @param ticket the ticket's group
 * @param value unique in the deployment
 */
public record EmergencyId(GroupId ticket, UUID value) {

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]{43})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** Refuses null. */
    public EmergencyId {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(value, "value");
    }

    /** The id that {@link #toString} wrote as {@code text}, or nothing. */
    public static Optional<EmergencyId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? GroupId.parse(matcher.group(1))
                        .map(ticket -> new EmergencyId(ticket, UUID.fromString(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return ticket + "." + value;
    }
}
