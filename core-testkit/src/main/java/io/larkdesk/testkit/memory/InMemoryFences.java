package io.larkdesk.testkit.memory;

import io.larkdesk.core.fence.Fence;
import io.larkdesk.core.fence.Fences;
import java.util.UUID;

/** The one fence. */
final class InMemoryFences implements Fences {

    private final InMemoryTransactions transactions;
    private final Table<Boolean, Fence> fences;
    private final String here = new UUID(0, System.identityHashCode(this)).toString();

    InMemoryFences(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.fences = new Table<>(transactions);
    }

    @Override
    public Fence get() {
        return fences.find(true).orElse(Fence.NEW);
    }

    /** Memory has one server. */
    @Override
    public Fence follow() {
        return get();
    }

    @Override
    public Fence lock() {
        transactions.require();
        fences.hold(true);
        return get();
    }

    @Override
    public void save(Fence fence) {
        transactions.inTransaction(now -> {
            fences.put(true, fence);
            return fence;
        });
    }

    @Override
    public String here() {
        return here;
    }
}
