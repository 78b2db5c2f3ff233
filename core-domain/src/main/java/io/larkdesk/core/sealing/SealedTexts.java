package io.larkdesk.core.sealing;

import io.larkdesk.core.tenant.SealedSecret;
import java.util.List;
import java.util.Optional;

/**
 * All that is stored sealed, wherever it is. Methods join the running transaction, or are one of their own. Thread-safe.
 */
public interface SealedTexts {

    /** How many there are of each kind and {@linkplain SealedSecret#beginning beginning}: a few lines, however many texts. In any order. */
    List<SealedShare> count();

    /**
     * At most {@code limit} places of the share's kind and beginning, ordered by tenant and id.
     *
     * @param after those that come after this one, whatever is stored there; empty to begin
     */
    List<SealedText> list(SealedShare share, Optional<SealedText> after, int limit);

    /**
     * Stores {@code secret} at the place of {@code text}, if what is stored there is still what {@code text} has.
     *
     * @return whether it was
     */
    boolean replace(SealedText text, SealedSecret secret);
}
