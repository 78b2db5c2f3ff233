package io.larkdesk.app.emergencies;

import io.larkdesk.app.limits.UrgentWork;
import io.larkdesk.app.work.Gate;
import io.larkdesk.app.work.Worker;
import io.larkdesk.core.escalation.ClaimPages.Claim;
import io.larkdesk.core.escalation.PagingPolicy;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Does this node's share of paging. Apart from reminders, so that however many of those are due no page waits. */
@Singleton
public final class EmergencyWorker {

    private static final int HANDS = 8;

    private final Worker<Claim> worker;

    EmergencyWorker(PagingJob job, PagingPolicy policy, UrgentWork urgent, Gate gate) {
        this.worker = new Worker<>(
                "page", HANDS, policy.attemptWithin(), () -> urgent.call(gate::isOpen), new UrgentJob<>(job, urgent));
    }

    @EventListener
    void start(ServerStartupEvent event) {
        start();
    }

    void start() {
        worker.start();
    }

    /** How long ago it last looked for work; much more than a second means that it is stuck or that the database fails. */
    public Duration idleFor() {
        return worker.idleFor();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        worker.stop();
    }
}
