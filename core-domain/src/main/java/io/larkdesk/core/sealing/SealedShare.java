package io.larkdesk.core.sealing;

import io.larkdesk.core.sealing.SealedText.Kind;
import io.larkdesk.core.tenant.SealedSecret;
import java.util.Objects;

/**
 * What was sealed by one key, or a part of it: the texts of a kind whose secrets begin alike.
 *
 * @param kind what they are
 * @param example one of the secrets
 * @param count how many there are
 */
public record SealedShare(Kind kind, SealedSecret example, int count) {

    /** Refuses null, and a share of nothing. */
    public SealedShare {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(example, "example");
        if (count < 1) {
            throw new IllegalArgumentException("count is less than 1: " + count);
        }
    }
}
