package io.larkdesk.benchmarks.reminders;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Database;
import io.larkdesk.benchmarks.site.Hands;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A library for such limits, with the faster of its two ways on PostgreSQL, and the refill that keeps to the window at its edges. */
final class Buckets implements Worker {

    private static final BucketConfiguration ONCE_IN_TEN_MINUTES = BucketConfiguration.builder()
            .addLimit(limit -> limit.capacity(1).refillGreedy(1, Duration.ofMinutes(10)))
            .build();

    private final Database database;
    private final int people;
    private final List<HikariDataSource> pools;
    private final List<ProxyManager<Long>> nodes;

    Buckets(Database database, int people) {
        this.database = database;
        this.people = people;
        database.execute("create table bucket (id bigint primary key, state bytea, expires_at bigint)");
        this.pools = IntStream.range(0, 2).mapToObj(i -> pool(database)).toList();
        this.nodes = pools.stream()
                .<ProxyManager<Long>>map(pool ->
                        Bucket4jPostgreSQL.advisoryLockBasedBuilder(pool).build())
                .toList();
    }

    private static HikariDataSource pool(Database database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setMaximumPoolSize(Contested.HANDS_OF_A_NODE);
        return new HikariDataSource(config);
    }

    @Override
    public Run run(Duration length) throws Exception {
        database.execute("truncate bucket");
        long began = System.nanoTime();
        long given = Hands.together(2 * Contested.HANDS_OF_A_NODE, this::decide);
        return Contested.run(
                given,
                began,
                List.of(
                        new Check("people with a bucket", people, database.count("bucket")),
                        new Check("permits given", people, given)));
    }

    private long decide(int hand) {
        ProxyManager<Long> node = nodes.get(hand % 2);
        long given = 0;
        for (long person = hand / 2; person < people; person += Contested.HANDS_OF_A_NODE) {
            boolean permit =
                    node.builder().build(person, () -> ONCE_IN_TEN_MINUTES).tryConsume(1);
            given += permit ? 1 : 0;
        }
        return given;
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
    }
}
