package io.larkdesk.app.reminders;

import io.larkdesk.app.work.Gate;
import io.larkdesk.app.work.Job;
import io.larkdesk.app.work.Worker;
import io.larkdesk.core.reminder.ClaimReminders;
import io.larkdesk.core.reminder.ClaimReminders.Claim;
import io.larkdesk.core.reminder.Permits;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.shared.Transactions;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends this node's share of the reminders that are due. */
@Singleton
public final class ReminderWorker {

    private static final int HANDS = 16;

    /** Of one tenant, on all nodes together: more than Lark takes of one app, and half of what a node has hands for. */
    private static final int SHARE = HANDS / 2;

    private final Worker<Claim> worker;

    ReminderWorker(
            ClaimReminders claim,
            DeliverReminder deliver,
            Permits permits,
            Transactions transactions,
            ReminderPolicy policy,
            Gate gate) {
        this.worker = new Worker<>("reminder", HANDS, policy.attemptWithin(), gate::isOpen, new Job<>() {
            @Override
            public List<Claim> claim(int most) {
                return claim.execute(most, SHARE);
            }

            @Override
            public void carryOut(Claim one, Duration sinceClaimed) {
                deliver.execute(one, policy.attemptWithin().minus(sinceClaimed));
            }

            @Override
            public Optional<Duration> untilDue() {
                return transactions.inTransaction(
                        now -> permits.findEarliestDue().map(due -> Duration.between(now, due)));
            }
        });
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
