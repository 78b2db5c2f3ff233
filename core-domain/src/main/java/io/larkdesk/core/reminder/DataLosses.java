package io.larkdesk.core.reminder;

import java.time.Instant;
import java.util.Optional;

/** When what is stored lost something, so that it may not be known who was reminded just before. Thread-safe. */
public interface DataLosses {

    /** The last time, such as when a backup was restored; empty if nothing was ever lost. Joins the running transaction. */
    Optional<Instant> findLast();
}
