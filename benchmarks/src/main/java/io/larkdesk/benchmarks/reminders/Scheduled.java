package io.larkdesk.benchmarks.reminders;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A scheduler for Java that keeps its tasks in PostgreSQL, with the faster of its ways to find what is due. */
final class Scheduled implements Worker {

    private static final String TABLE = """
            create table scheduled_tasks (
                task_name text not null, task_instance text not null, task_data bytea, execution_time timestamptz not null,
                picked boolean not null, picked_by text, last_success timestamptz, last_failure timestamptz,
                consecutive_failures int, last_heartbeat timestamptz, version bigint not null, priority smallint,
                primary key (task_name, task_instance));
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat)""";
    private static final String FILL = """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            select 'remind', n::text, 'epoch', false, 1 from generate_series(1, %d) n""";
    private static final long LONGEST_MINUTES = 3;

    private final Database database;
    private final int jobs;
    private final HikariDataSource pool;

    Scheduled(Database database, int jobs) {
        this.database = database;
        this.jobs = jobs;
        database.execute(TABLE);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setMaximumPoolSize(Due.HANDS + 4);
        this.pool = new HikariDataSource(config);
    }

    @Override
    public Run run(Duration length) throws InterruptedException, TimeoutException {
        database.execute("truncate scheduled_tasks");
        database.execute(FILL.formatted(jobs));
        database.execute("vacuum analyze scheduled_tasks");
        CountDownLatch left = new CountDownLatch(jobs);
        Set<String> done = ConcurrentHashMap.newKeySet();
        OneTimeTask<Void> remind = Tasks.oneTime("remind").execute((instance, context) -> {
            done.add(instance.getId());
            left.countDown();
        });
        Scheduler scheduler = Scheduler.create(pool, remind)
                .threads(Due.HANDS)
                .pollUsingLockAndFetch(0.5, 4)
                .pollingInterval(Duration.ofMillis(100))
                .build();
        long began = System.nanoTime();
        scheduler.start();
        boolean all = left.await(LONGEST_MINUTES, TimeUnit.MINUTES);
        double seconds = (System.nanoTime() - began) / 1e9;
        scheduler.stop();
        if (!all) {
            throw new TimeoutException(left.getCount() + " tasks are left");
        }
        return new Run(
                Map.of(Due.REMINDERS, jobs / seconds),
                List.of(
                        new Check("different tasks done", jobs, done.size()),
                        new Check("tasks left in the table", 0, database.count("scheduled_tasks"))));
    }

    @Override
    public void close() {
        pool.close();
    }
}
