package io.larkdesk.app.emergencies;

import io.larkdesk.app.limits.UrgentWork;
import io.larkdesk.app.work.Job;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Does a job that is urgent. */
final class UrgentJob<C> implements Job<C> {

    private final Job<C> job;
    private final UrgentWork urgent;

    UrgentJob(Job<C> job, UrgentWork urgent) {
        this.job = job;
        this.urgent = urgent;
    }

    @Override
    public List<C> claim(int most) {
        return urgent.call(() -> job.claim(most));
    }

    @Override
    public void carryOut(C claim, Duration sinceClaimed) {
        urgent.call(() -> {
            job.carryOut(claim, sinceClaimed);
            return claim;
        });
    }

    @Override
    public Optional<Duration> untilDue() {
        return urgent.call(job::untilDue);
    }
}
