package io.larkdesk.benchmarks.fanout;

import io.larkdesk.benchmarks.harness.Bar;
import io.larkdesk.benchmarks.harness.Contender;
import io.larkdesk.benchmarks.harness.Curve;
import io.larkdesk.benchmarks.harness.Goal;
import io.larkdesk.benchmarks.harness.Metric;
import io.larkdesk.benchmarks.harness.Role;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Trial;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Desk;
import io.larkdesk.benchmarks.site.Postgres;
import io.larkdesk.benchmarks.site.Program;
import io.larkdesk.benchmarks.wire.Loop;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Very many open pages of one group at one node: what each takes, and how fast all of them have what is said. */
public final class ManyPages implements Worker {

    private static final Metric DELIVERIES = Metric.rate("deliveries", "1/s");
    private static final Metric MEMORY = Metric.cost("memory of a page, on the heap", "KiB");
    private static final int PAGES = 2_000;
    private static final int PEOPLE = 100;
    private static final int UNDER_WAY = 4;

    /** What fewer pages take drowns in what else is on the heap. */
    private static final int WEIGHED = 100;

    private final Speaking speaking;
    private final int pages;
    private final double memory;

    private ManyPages(Program program, Loop loop, int pages, IntFunction<Chat> chat) {
        this.pages = pages;
        double before = program.liveHeap();
        Chat opened = chat.apply(pages);
        this.memory = (program.liveHeap() - before) / pages;
        this.speaking = Speaking.underWay(opened, loop, UNDER_WAY);
    }

    /** The goal. */
    public static Goal goal(Postgres postgres) {
        return new Goal(
                "P11",
                "2,000 open pages at one node",
                List.of(new Trial(
                        "a message reaches all, 4 under way",
                        Map.of(
                                Role.LIMIT,
                                        new Contender("bare Netty, one commit a message", () -> bare(postgres, PAGES)),
                                Role.OURS, new Contender("larkdesk", () -> ours(postgres, PAGES))),
                        List.of(
                                new Bar(MEMORY, Bar.Kind.ABSOLUTE, 40),
                                new Bar(Speaking.MESSAGES, Bar.Kind.OF_LIMIT, 0.7)))));
    }

    /** How a message to all grows, and what a page takes. */
    public static Curve curve(Postgres postgres) {
        return Curve.of(
                "C2",
                "a message reaches all, 4 under way",
                "open pages at one node",
                pages -> () -> ours(postgres, (int) pages),
                1,
                10,
                100,
                1_000,
                PAGES);
    }

    private static Worker ours(Postgres postgres, int pages) {
        Desk desk = Desk.start(postgres.newDatabase("pages"), PEOPLE, 1, Map.of());
        Loop loop = new Loop();
        DeskChat chat = new DeskChat(desk, PEOPLE, loop, UNDER_WAY);
        return new ManyPages(desk.nodes().get(0), loop, pages, chat::open);
    }

    private static Worker bare(Postgres postgres, int pages) {
        Loop loop = new Loop();
        BareChat chat = new BareChat(postgres.newDatabase("bare"), loop, UNDER_WAY);
        return new ManyPages(chat.program(), loop, pages, chat::open);
    }

    @Override
    public Run run(Duration length) throws InterruptedException {
        Run run = speaking.run(length);
        Map<Metric, Double> figures = new LinkedHashMap<>(run.figures());
        run.figures().forEach((messages, rate) -> figures.put(DELIVERIES, pages * rate));
        if (pages >= WEIGHED) {
            figures.put(MEMORY, memory);
        }
        return new Run(figures, run.checks());
    }

    @Override
    public void close() {
        speaking.close();
    }
}
