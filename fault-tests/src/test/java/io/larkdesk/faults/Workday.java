package io.larkdesk.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** People at one deployment who write, follow and go on errands, while one thing after the other goes wrong; and the judge of all of it. */
final class Workday implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workday.class);
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int WARM_UP = 40;
    private static final int MOST_BESIDES = 20_000;
    private static final int USUAL_PACE = 16;

    private final Deployment desk;
    private final List<Colleague> people;
    private final Colleague tam;
    private final Random random;
    private final Duration longest;
    private final int pace;
    private final Map<UUID, Long> sent = new HashMap<>();
    private final List<Errand> errands = new ArrayList<>();
    private final Footprint before;

    private Workday(Deployment desk, Random random, int pace, Duration longest) throws InterruptedException {
        this.desk = desk;
        this.random = random;
        this.pace = pace;
        this.longest = longest;
        this.people = desk.signInAll();
        this.tam = desk.signInTam();
        try (Writers writers = Writers.start(people, WARM_UP, random.nextLong());
                Errands others = Errands.start(people, tam, random.nextLong())) {
            sent.putAll(writers.finish(LONGEST));
            errands.addAll(others.finish(LONGEST));
        }
        this.before = Footprint.of(desk);
    }

    /** What happens while people write. */
    @FunctionalInterface
    interface Event {
        void happen(Writers writers) throws InterruptedException;
    }

    /** Has everybody signed in, and some messages written and errands gone on in peace. */
    static Workday begin(Deployment desk, Random random) throws InterruptedException {
        return begin(desk, random, USUAL_PACE, LONGEST);
    }

    /** They write so many messages a second, and nothing that is waited for takes longer than {@code longest}. */
    static Workday begin(Deployment desk, Random random, int pace, Duration longest) throws InterruptedException {
        try {
            return new Workday(desk, random, pace, longest);
        } catch (AssertionError | RuntimeException e) {
            desk.close();
            throw e;
        }
    }

    Deployment desk() {
        return desk;
    }

    List<Colleague> people() {
        return people;
    }

    /** What was acknowledged besides, and is to be judged too. */
    void alsoSent(UUID clientId, long seq) {
        sent.put(clientId, seq);
    }

    /**
     * People write while {@code event} happens, and at least {@code messages}; some go on errands; somebody follows at each node. Then all laws hold.
     *
     * @return how it was for those who wrote
     */
    Writers laws(int messages, Event event) throws InterruptedException {
        return laws(messages, 0, event);
    }

    /** The same, but each person may have been reminded too early so many times until now. */
    Writers laws(int messages, int tooEarly, Event event) throws InterruptedException {
        List<Follower> followers = new ArrayList<>();
        Writers writers = Writers.start(people, messages + MOST_BESIDES, random.nextLong(), pace);
        try (writers;
                Errands others = Errands.start(people, tam, random.nextLong())) {
            for (int i = 0; i < desk.nodes().size(); i++) {
                followers.add(Follower.start(people.get(i), List.of(desk.node(i).url())));
            }
            await().atMost(LONGEST).until(() -> writers.count() > 0);
            event.happen(writers);
            await().atMost(longest).until(() -> writers.count() >= messages);
            sent.putAll(writers.finishEarly(LONGEST));
            errands.addAll(others.finish(LONGEST));
            LOG.info(
                    "{} written, asked to come later {} times, not answered {} times, waited {} at most; {} errands until now",
                    writers.count(),
                    writers.busy(),
                    writers.unanswered(),
                    writers.longest(),
                    errands.size());
            Outcome outcome = new Laws(desk, people).hold(sent, LONGEST, tooEarly, followers.toArray(Follower[]::new));
            LOG.info("{}", outcome);
            ErrandOutcome.look(desk)
                    .ticketsAreThoseThatWereAskedFor(errands)
                    .emergenciesAreThoseThatWereDeclared(errands)
                    .pagesArriveOnce();
        } finally {
            followers.forEach(Follower::close);
        }
        return writers;
    }

    /** Waits until the next message is acknowledged; how long that took. */
    static Duration untilNextIsWritten(Writers writers) {
        Instant began = Instant.now();
        int count = writers.count();
        await().atMost(LONGEST).pollInterval(Duration.ofMillis(10)).until(() -> writers.count() > count);
        return Duration.between(began, Instant.now());
    }

    /** Lets {@code time} pass. */
    static void pause(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }

    /** Sees to it that of all that happened no threads, files, connections and memory are left, and that what is written down for good is as it was written. */
    void nothingIsLeftOver() {
        before.isBack(desk);
        desk.node(0).carryOut("verify-audit");
        desk.node(0).carryOut("verify-timelines");
    }

    @Override
    public void close() {
        desk.close();
    }
}
