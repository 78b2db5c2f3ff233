package io.larkdesk.core.invite;

import io.larkdesk.core.shared.Durations;
import java.time.Duration;

/**
 * How long invites last, and how many there may be.
 *
 * @param lifetime how long a link works from when it is issued; 24 hours unless set otherwise
 * @param mostOpen how many links of one group may work at once; 20 unless set otherwise
 */
public record InvitePolicy(Duration lifetime, int mostOpen) {

    /** 24 hours, and 20 links of a group. */
    public static final InvitePolicy DEFAULT = new InvitePolicy(Duration.ofHours(24), 20);

    /** Refuses what is not positive. */
    public InvitePolicy {
        Durations.requirePositive("lifetime", lifetime);
        if (mostOpen < 1) {
            throw new IllegalArgumentException("mostOpen is not positive: " + mostOpen);
        }
    }

    /** The same policy with another lifetime. */
    public InvitePolicy withLifetime(Duration other) {
        return new InvitePolicy(other, mostOpen);
    }
}
