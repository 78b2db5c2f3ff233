package io.larkdesk.core.sealing;

import io.larkdesk.core.tenant.SealedSecret;
import java.util.List;
import java.util.Optional;

/**
 * All that is stored sealed, wherever it is. Methods join the running transaction, or are one of their own. Thread-safe.
 */
public interface SealedTexts {

    /**
     * At most {@code limit} places, ordered by kind, tenant and id.
     *
     * @param after those that come after this one, whatever is stored there; empty to begin
     */
    List<SealedText> list(Optional<SealedText> after, int limit);

    /**
     * Stores {@code secret} at the place of {@code text}, if what is stored there is still what {@code text} has.
     *
     * @return whether it was
     */
    boolean replace(SealedText text, SealedSecret secret);
}
