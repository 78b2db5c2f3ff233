package io.larkdesk.benchmarks.posts;

import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Database;
import io.larkdesk.benchmarks.site.Hands;
import io.larkdesk.benchmarks.site.RequestTracker;
import io.larkdesk.benchmarks.wire.Asker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program for tickets, in which a reply is what a post is: as many at once as it has workers, each to tickets of its own. */
final class Replies implements Worker {

    private static final int TICKETS_OF_EACH = 5;
    private static final String STORED = "transactions where type = 'Correspond'";

    private final RequestTracker tracker;
    private final List<Asker> askers = new ArrayList<>();
    private final List<List<Long>> tickets = new ArrayList<>();

    Replies(Database database) throws Exception {
        tracker = RequestTracker.start(database);
        for (int i = 0; i < RequestTracker.WORKERS; i++) {
            askers.add(new Asker(tracker.port()));
            List<Long> own = new ArrayList<>();
            for (int ticket = 0; ticket < TICKETS_OF_EACH; ticket++) {
                own.add(tracker.openTicket("Ticket " + i + "." + ticket));
            }
            tickets.add(own);
        }
        database.execute("analyze");
    }

    @Override
    public Run run(Duration length) throws Exception {
        long before = tracker.database().count(STORED);
        long began = System.nanoTime();
        long done = Hands.together(RequestTracker.WORKERS, number -> reply(number, length));
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Run(
                Map.of(Durable.POSTS, done / seconds),
                List.of(
                        new Check("replies stored", done, tracker.database().count(STORED) - before),
                        new Check(
                                "refusals",
                                0,
                                askers.stream().mapToLong(Asker::refused).sum())));
    }

    private long reply(int number, Duration length) throws InterruptedException {
        List<Long> own = tickets.get(number);
        int[] turn = {0};
        return askers.get(number)
                .ask(() -> tracker.reply(own.get(turn[0]++ % own.size()), PostsToManyGroups.WORDS), length)
                .count();
    }

    @Override
    public void close() {
        askers.forEach(Asker::close);
        tracker.close();
    }
}
