package io.larkdesk.benchmarks.cards;

import io.larkdesk.benchmarks.harness.Bar;
import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Contender;
import io.larkdesk.benchmarks.harness.Goal;
import io.larkdesk.benchmarks.harness.Metric;
import io.larkdesk.benchmarks.harness.Role;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Trial;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Hands;
import io.larkdesk.benchmarks.site.Postgres;
import io.larkdesk.benchmarks.site.Program;
import io.larkdesk.benchmarks.site.Web;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Threads send one card after the other. */
public final class Sending implements Worker {

    private static final Metric CARDS = Metric.rate("cards", "1/s");
    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final Program lark;
    private final URI address;
    private final Sender sender;
    private final int threads;

    private Sending(Function<URI, Sender> senders, int threads) {
        int port = Program.freePort();
        this.threads = threads;
        this.address = URI.create("http://127.0.0.1:" + port);
        this.lark = Program.ours(LarkAnswers.class, Integer.toString(port));
        lark.await(LONGEST_START, any -> Program.listens(port));
        this.sender = senders.apply(address);
    }

    /** The goal; without a database. */
    public static Goal goal(Postgres any) {
        return new Goal(
                "P6", "cards are sent to Lark's place", List.of(trial(1, List.of(ofPeer(10))), trial(16, List.of())));
    }

    private static Bar ofPeer(double times) {
        return new Bar(CARDS, Bar.Kind.OF_PEER, times);
    }

    private static Trial trial(int threads, List<Bar> more) {
        List<Bar> bars = new ArrayList<>(List.of(new Bar(CARDS, Bar.Kind.OF_LIMIT, 0.8)));
        bars.addAll(more);
        return new Trial(
                threads == 1 ? "1 thread" : threads + " threads",
                Map.of(
                        Role.LIMIT, new Contender("OkHttp and Jackson", () -> new Sending(BareSender::new, threads)),
                        Role.OURS, new Contender("larkdesk", () -> new Sending(OurSender::new, threads)),
                        Role.PEER, new Contender("oapi-sdk 2.5.3", () -> new Sending(SdkSender::new, threads))),
                bars);
    }

    @Override
    public Run run(Duration length) throws Exception {
        long before = arrived();
        AtomicLong refused = new AtomicLong();
        long began = System.nanoTime();
        long end = began + length.toNanos();
        long sent = Hands.together(threads, number -> {
            long own = 0;
            for (; System.nanoTime() < end; own++) {
                if (!sender.send("ou_" + number, UUID.randomUUID())) {
                    refused.incrementAndGet();
                }
            }
            return own;
        });
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Run(
                Map.of(CARDS, sent / seconds),
                List.of(
                        new Check("cards that arrived", sent, arrived() - before),
                        new Check("refusals", 0, refused.get())));
    }

    private long arrived() throws IOException {
        return Long.parseLong(Web.get(address.resolve("/counts")).split(" ", -1)[0]);
    }

    @Override
    public void close() {
        sender.close();
        lark.close();
    }
}
