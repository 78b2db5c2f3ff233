package io.larkdesk.benchmarks.reminders;

import io.larkdesk.app.work.Job;
import io.larkdesk.benchmarks.harness.Bar;
import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Contender;
import io.larkdesk.benchmarks.harness.Goal;
import io.larkdesk.benchmarks.harness.Metric;
import io.larkdesk.benchmarks.harness.Role;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Trial;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Database;
import io.larkdesk.benchmarks.site.Postgres;
import io.larkdesk.core.reminder.ClaimReminders;
import io.larkdesk.core.reminder.ReminderChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Many reminders are due at once: each is claimed, sent to nobody, and stored as sent. */
public final class Due {

    static final Metric REMINDERS = Metric.rate("reminders", "1/s");
    static final int HANDS = 16;

    private static final int PEOPLE = 2_000;
    private static final int JOBS = 40_000;

    private Due() {}

    /** The goal. */
    public static Goal goal(Postgres postgres) {
        return new Goal(
                "P5",
                "due reminders are claimed, sent to nobody, and stored",
                List.of(
                        new Trial(
                                "16 hands",
                                Map.of(
                                        Role.LIMIT,
                                        new Contender(
                                                "UPDATE … SKIP LOCKED in batches of 50",
                                                () -> new Batches(postgres.newDatabase("batches"), JOBS)),
                                        Role.OURS,
                                        new Contender("larkdesk", () -> new Reminders(postgres.newDatabase("due"))),
                                        Role.PEER,
                                        new Contender(
                                                "db-scheduler 16.0.0, lock and fetch",
                                                () -> new Scheduled(postgres.newDatabase("scheduled"), PEOPLE))),
                                List.of(
                                        new Bar(REMINDERS, Bar.Kind.OF_LIMIT, 0.5),
                                        new Bar(REMINDERS, Bar.Kind.OF_PEER, 5))),
                        Polls.trial(postgres)));
    }

    /** The service's own worker, with its use cases, and a channel that does nothing. */
    private static final class Reminders implements Worker {

        private static final Duration PATIENCE = Duration.ofSeconds(30);
        private static final long LONGEST_MINUTES = 3;

        private final Database database;
        private final Node node;

        Reminders(Database database) {
            this.database = database;
            People.seed(database, PEOPLE);
            this.node = Node.open(database, 20);
        }

        @Override
        public Run run(Duration length) throws InterruptedException, TimeoutException {
            People.dueAgain(database);
            CountDownLatch left = new CountDownLatch(PEOPLE);
            io.larkdesk.app.work.Worker<ClaimReminders.Claim> worker =
                    new io.larkdesk.app.work.Worker<>("reminder", HANDS, PATIENCE, () -> true, job(left));
            long began = System.nanoTime();
            worker.start();
            boolean all = left.await(LONGEST_MINUTES, TimeUnit.MINUTES);
            double seconds = (System.nanoTime() - began) / 1e9;
            worker.stop();
            if (!all) {
                throw new TimeoutException(left.getCount() + " reminders are left");
            }
            return new Run(
                    Map.of(REMINDERS, PEOPLE / seconds),
                    List.of(
                            new Check("mentions reminded of", PEOPLE, database.count("mention where confirmed")),
                            new Check(
                                    "reminders",
                                    PEOPLE,
                                    Long.parseLong(database.text("select count(distinct reminder_id) from mention")))));
        }

        private Job<ClaimReminders.Claim> job(CountDownLatch left) {
            return new Job<>() {
                @Override
                public List<ClaimReminders.Claim> claim(int most) {
                    return node.claim().execute(most, HANDS / 2);
                }

                @Override
                public void carryOut(ClaimReminders.Claim claim, Duration sinceClaimed) {
                    node.settle().execute(claim.permit(), new ReminderChannel.Delivered("om_nobody"));
                    left.countDown();
                }

                @Override
                public Optional<Duration> untilDue() {
                    return node.persistence().transactions().inTransaction(now -> node.permits()
                            .findEarliestDue()
                            .map(due -> Duration.between(now, due)));
                }
            };
        }

        @Override
        public void close() {
            node.close();
        }
    }
}
