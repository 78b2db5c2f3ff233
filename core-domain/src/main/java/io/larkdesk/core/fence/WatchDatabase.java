package io.larkdesk.core.fence;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Looks, on every node every few seconds, whether the database was set back or is a copy, and raises the fence if so. */
@Singleton
public final class WatchDatabase {

    private final Transactions transactions;
    private final Fences fences;
    private final RaiseFence raiseFence;

    /** Takes its collaborators. */
    @Inject
    public WatchDatabase(Transactions transactions, Fences fences, RaiseFence raiseFence) {
        this.transactions = transactions;
        this.fences = fences;
        this.raiseFence = raiseFence;
    }

    /**
     * Looks, and notes when.
     *
     * @param known the furthest that this node has seen the database, if it remembers
     * @return the fence as it is now
     */
    public Fence execute(Optional<Mark> known) {
        return transactions.inTransaction(now -> {
            fences.follow();
            return look(fences.lock(), known, now);
        });
    }

    private Fence look(Fence fence, Optional<Mark> known, Instant now) {
        String here = fences.here();
        Optional<Fence.State> doubt = fence.doubt(known, here);
        if (doubt.isPresent()) {
            return raiseFence.raise(fence, doubt.get(), known, now);
        }
        Fence seen = fence.seen(here, now);
        fences.save(seen);
        return seen;
    }

    /**
     * Whether anybody may be told anything, as the database has it at this moment: not if the fence is raised, or is about to be.
     *
     * @param known the furthest that this node has seen the database
     */
    public boolean isClear(Mark known) {
        Fence fence = fences.get();
        return !fence.isRaised() && !fence.mark().isBehind(known);
    }
}
