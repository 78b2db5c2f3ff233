package io.larkdesk.app.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a worker does. Whatever it throws is logged, and tried again later.
 *
 * @param <C> one claim, to be carried out by this node alone
 */
public interface Job<C> {

    /** Claims what is due, at most {@code most}. */
    List<C> claim(int most);

    /**
     * Carries out one claim, and stores how it ended.
     *
     * @param sinceClaimed by this node's monotonic clock, counted from before the claim
     */
    void carryOut(C claim, Duration sinceClaimed);

    /** For how long nothing is due, by the database's clock; negative if something is overdue, empty if nothing is planned. */
    Optional<Duration> untilDue();
}
