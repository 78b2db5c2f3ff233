package io.larkdesk.core.token;

import java.time.Instant;
import java.util.Optional;

/** The answers to requests that may be tried again. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface KeptAnswers {

    /**
     * Takes the place until the running transaction ends; never waits.
     *
     * @return false if another transaction has it
     * @throws IllegalStateException outside a transaction
     */
    boolean claim(KeptAnswer.Place place);

    /** The answer that is kept there, however old. */
    Optional<KeptAnswer> find(KeptAnswer.Place place);

    /** Keeps {@code answer} at its place, in place of any other; and forgets those of the same token that were given at {@code before} or earlier. */
    void keep(KeptAnswer answer, Instant before);
}
