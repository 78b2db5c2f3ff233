package io.larkdesk.benchmarks.posts;

import io.larkdesk.benchmarks.harness.Bar;
import io.larkdesk.benchmarks.harness.Contender;
import io.larkdesk.benchmarks.harness.Curve;
import io.larkdesk.benchmarks.harness.Goal;
import io.larkdesk.benchmarks.harness.Metric;
import io.larkdesk.benchmarks.harness.Role;
import io.larkdesk.benchmarks.harness.Trial;
import io.larkdesk.benchmarks.site.Postgres;
import io.larkdesk.benchmarks.site.RequestTracker;
import java.util.List;
import java.util.Map;

/** Posts into many groups. */
public final class Durable {

    static final Metric POSTS = Metric.rate("durable posts", "1/s");

    private static final int GROUPS = 1000;
    private static final int IN_FLIGHT = 16;

    private Durable() {}

    /** The goal. */
    public static Goal goal(Postgres postgres) {
        return new Goal(
                "P3",
                "durable posts over 1,000 groups through HTTP",
                List.of(new Trial(
                        "posts, 16 in flight",
                        Map.of(
                                Role.LIMIT,
                                        new Contender(
                                                "pgbench, a transaction of 5 round trips",
                                                () -> new ChatTransaction(
                                                        postgres.newDatabase("chat"), GROUPS, IN_FLIGHT)),
                                Role.OURS,
                                        new Contender(
                                                "larkdesk",
                                                () -> new PostsToManyGroups(
                                                        postgres.newDatabase("desk"), GROUPS, IN_FLIGHT, 1)),
                                Role.PEER,
                                        new Contender(
                                                RequestTracker.version() + ", replies by 4 workers",
                                                () -> new Replies(postgres.newDatabase("replies")))),
                        List.of(new Bar(POSTS, Bar.Kind.OF_LIMIT, 0.6), new Bar(POSTS, Bar.Kind.OF_PEER, 100)))));
    }

    /** How much more several nodes do, on one machine. */
    public static Curve curve(Postgres postgres) {
        return Curve.of(
                "C5",
                "durable posts over 1,000 groups, 16 in flight",
                "nodes",
                nodes -> () -> new PostsToManyGroups(postgres.newDatabase("desk"), GROUPS, IN_FLIGHT, (int) nodes),
                1,
                2,
                3);
    }
}
