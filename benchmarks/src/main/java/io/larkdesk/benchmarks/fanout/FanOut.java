package io.larkdesk.benchmarks.fanout;

import io.larkdesk.benchmarks.harness.Bar;
import io.larkdesk.benchmarks.harness.Contender;
import io.larkdesk.benchmarks.harness.Goal;
import io.larkdesk.benchmarks.harness.Role;
import io.larkdesk.benchmarks.harness.Trial;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Desk;
import io.larkdesk.benchmarks.site.Ejabberd;
import io.larkdesk.benchmarks.site.Postgres;
import io.larkdesk.benchmarks.wire.Loop;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** One group of fifty: how many messages a second, and how soon all have them. */
public final class FanOut {

    private static final int MEMBERS = 50;
    private static final int UNDER_WAY = 64;
    private static final int PACE = 100;

    private FanOut() {}

    /** How many a second. */
    public static Goal throughput(Postgres postgres) {
        BiFunction<Chat, Loop, Worker> speaking = (chat, loop) -> Speaking.underWay(chat, loop, UNDER_WAY);
        return new Goal(
                "P1",
                "a durable post reaches 50 members",
                List.of(new Trial(
                        "64 under way",
                        Map.of(
                                Role.LIMIT, bare(postgres, speaking),
                                Role.OURS, ours(postgres, 1, speaking),
                                Role.PEER, ejabberd(postgres, speaking)),
                        List.of(
                                new Bar(Speaking.MESSAGES, Bar.Kind.OF_LIMIT, 0.8),
                                new Bar(Speaking.MESSAGES, Bar.Kind.OF_PEER, 4)))));
    }

    /** How soon. */
    public static Goal latency(Postgres postgres) {
        BiFunction<Chat, Loop, Worker> speaking = (chat, loop) -> Speaking.atPace(chat, loop, PACE);
        return new Goal(
                "P2",
                "100 durable posts a second reach 50 members",
                List.of(
                        new Trial(
                                "one node",
                                Map.of(
                                        Role.LIMIT, bare(postgres, speaking),
                                        Role.OURS, ours(postgres, 1, speaking),
                                        Role.PEER, ejabberd(postgres, speaking)),
                                List.of(new Bar(Speaking.TAIL, Bar.Kind.OF_PEER, 1))),
                        new Trial(
                                "two nodes, beside one as the limit",
                                Map.of(
                                        Role.LIMIT, ours(postgres, 1, speaking),
                                        Role.OURS, ours(postgres, 2, speaking)),
                                List.of(new Bar(Speaking.TAIL, Bar.Kind.OF_LIMIT, 2)))));
    }

    private static Contender ours(Postgres postgres, int nodes, BiFunction<Chat, Loop, Worker> speaking) {
        return new Contender(nodes == 1 ? "larkdesk" : "larkdesk, two nodes", () -> {
            Loop loop = new Loop();
            Desk desk = Desk.start(postgres.newDatabase("desk"), MEMBERS, nodes, Map.of());
            return speaking.apply(new DeskChat(desk, MEMBERS, loop, UNDER_WAY).open(MEMBERS), loop);
        });
    }

    private static Contender bare(Postgres postgres, BiFunction<Chat, Loop, Worker> speaking) {
        return new Contender("bare Netty, one commit a message", () -> {
            Loop loop = new Loop();
            return speaking.apply(new BareChat(postgres.newDatabase("bare"), loop, UNDER_WAY).open(MEMBERS), loop);
        });
    }

    private static Contender ejabberd(Postgres postgres, BiFunction<Chat, Loop, Worker> speaking) {
        return new Contender(Ejabberd.version() + ", archive in PostgreSQL", () -> {
            Ejabberd server = Ejabberd.start(postgres.newDatabase("ejabberd"));
            return speaking.apply(new XmppChat(server, MEMBERS), new Loop());
        });
    }
}
