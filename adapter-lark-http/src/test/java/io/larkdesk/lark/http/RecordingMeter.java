package io.larkdesk.lark.http;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.lark.CallMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts, and checks that no charge is settled twice. */
final class RecordingMeter implements CallMeter {

    final AtomicInteger taken = new AtomicInteger();
    final AtomicInteger givenBack = new AtomicInteger();
    final AtomicInteger exhausted = new AtomicInteger();
    volatile boolean refusing;
    volatile boolean broken;
    volatile boolean failing;
    private volatile Duration slowness = Duration.ZERO;

    @Override
    public Optional<Charge> take(TenantId tenant, CallPurpose purpose) {
        if (broken) {
            throw new IllegalStateException("nothing is counted now");
        }
        if (refusing) {
            return Optional.empty();
        }
        taken.incrementAndGet();
        think();
        return Optional.of(new Once());
    }

    /** Takes so long from now on. */
    void takes(Duration time) {
        slowness = time;
    }

    private void think() {
        try {
            if (!slowness.isZero() && new CountDownLatch(1).await(slowness.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new AssertionError("nobody counts down");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many calls taken, given back and exhausted. */
    String counts() {
        return taken + " taken, " + givenBack + " given back, " + exhausted + " exhausted";
    }

    private final class Once implements Charge {

        private final AtomicBoolean settled = new AtomicBoolean();

        @Override
        public void giveBack() {
            settle(givenBack);
        }

        @Override
        public void exhaust() {
            settle(exhausted);
        }

        private void settle(AtomicInteger counter) {
            if (failing) {
                throw new IllegalStateException("the database is away");
            }
            if (!settled.compareAndSet(false, true)) {
                throw new AssertionError("settled twice");
            }
            counter.incrementAndGet();
        }
    }
}
