package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.testkit.Effort;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thing after the other goes wrong, in any order, and some of it stays wrong while the next does: nodes, clocks, network, database and
 * Lark. Ten minutes of it are effort 10.
 */
class AllAtOnceIT {

    private static final Logger LOG = LoggerFactory.getLogger(AllAtOnceIT.class);
    private static final int PEOPLE = 30;
    private static final int NODES = 3;
    private static final int PACE = 24;
    private static final int FAULTS = Effort.of(8);
    private static final Duration LONGEST = Duration.ofMinutes(3 + Effort.of(1));
    private static final int LONGEST_STANDSTILL_MILLIS = 18_000;
    private static final Random RANDOM = Seed.of(AllAtOnceIT.class);

    private final List<FakeClock> clocks =
            IntStream.range(0, NODES).mapToObj(i -> FakeClock.create()).toList();
    private final Deque<Fault> next = new ArrayDeque<>();
    private PostgresServer server;
    private List<DatabaseProxy> networks;
    private Workday day;

    /** What goes wrong. A network that is slow or loses something, and a clock that is wrong, stay so until all is over. */
    private enum Fault {
        NODE_IS_KILLED,
        NODE_STANDS_STILL,
        NETWORK_IS_SILENT,
        NETWORK_IS_CUT,
        NETWORK_IS_SLOW,
        COMMITS_ARE_LOST,
        DATABASE_PROCESS_DIES,
        DATABASE_CRASHES,
        DATABASE_ONLY_READS,
        CLOCK_JUMPS,
        LARK_IS_SLOW,
        LARK_LOSES_ANSWERS,
        LARK_REFUSES
    }

    @BeforeEach
    void start() throws InterruptedException {
        server = PostgresServer.start();
        Database database = server.newDatabase();
        networks = IntStream.range(0, NODES)
                .mapToObj(i -> DatabaseProxy.start(database))
                .toList();
        List<Map<String, String>> settings = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            Map<String, String> own = new HashMap<>(clocks.get(i).variables());
            own.put("LARKDESK_DB_URL", networks.get(i).url());
            // All of theirs, and some of before that PostgreSQL has not missed yet, are less than it takes
            own.put("LARKDESK_DB_CONNECTIONS", "8");
            settings.add(own);
        }
        day = Workday.begin(Deployment.start(new Scene(PEOPLE), database, settings), RANDOM, PACE, LONGEST);
    }

    @AfterEach
    void stop() {
        day.close();
        networks.forEach(DatabaseProxy::close);
        server.close();
    }

    @Test
    void theLawsHoldWhateverGoesWrong() throws InterruptedException {
        Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
        day.laws(0, writers -> {
            for (int i = 0; i < FAULTS; i++) {
                Fault fault = draw();
                LOG.info("{}, {} written", fault, writers.count());
                happen(fault);
                happened.merge(fault, 1, Integer::sum);
                Workday.pause(Duration.ofMillis(RANDOM.nextInt(3_000)));
            }
            allIsWell();
            Workday.untilNextIsWritten(writers);
        });
        LOG.info("happened {}", happened);
        day.nothingIsLeftOver();
    }

    /** Each as often as the others. */
    private Fault draw() {
        if (next.isEmpty()) {
            List<Fault> all = Arrays.asList(Fault.values());
            Collections.shuffle(all, RANDOM);
            next.addAll(all);
        }
        return next.pop();
    }

    private void happen(Fault fault) {
        int which = RANDOM.nextInt(NODES);
        Node node = day.desk().node(which);
        DatabaseProxy network = networks.get(which);
        switch (fault) {
            case NODE_IS_KILLED -> {
                node.program().kill();
                // whoever starts it again sees to it that it can start
                network.loseCommits(0, RANDOM);
                node.start();
                node.awaitUp();
            }
            case NODE_STANDS_STILL -> {
                node.program().signal("STOP");
                pauseUpTo(LONGEST_STANDSTILL_MILLIS);
                node.program().signal("CONT");
            }
            case NETWORK_IS_SILENT -> {
                network.beSilent();
                pauseUpTo(12_000);
                network.speak();
            }
            case NETWORK_IS_CUT -> network.cutAll();
            case NETWORK_IS_SLOW -> network.delay(Duration.ofMillis(RANDOM.nextInt(40)));
            case COMMITS_ARE_LOST -> network.loseCommits(4 + RANDOM.nextInt(12), new Random(RANDOM.nextLong()));
            case DATABASE_PROCESS_DIES -> {
                Database database = day.desk().database();
                // it may be on its way up still
                await().ignoreExceptions()
                        .atMost(LONGEST)
                        .until(() -> database.count("pg_stat_activity where application_name = 'larkdesk'") > 0);
                server.killBackend(database);
            }
            case DATABASE_CRASHES -> {
                server.stop("immediate");
                pauseUpTo(3_000);
                server.restart();
            }
            case DATABASE_ONLY_READS -> {
                readOnly("on");
                pauseUpTo(3_000);
                readOnly("off");
            }
            case CLOCK_JUMPS -> clocks.get(which).set(Duration.ofSeconds(RANDOM.nextInt(1_200) - 600));
            case LARK_IS_SLOW -> lark(20, "\"delay_ms\": " + RANDOM.nextInt(3_000));
            case LARK_LOSES_ANSWERS -> {
                lark(20, "\"drop\": \"after\"");
                lark(5, "\"drop\": \"before\"");
            }
            case LARK_REFUSES -> {
                lark(5, "\"status\": 503");
                lark(5, "\"malformed\": true");
                lark(2, "\"status\": 429");
            }
        }
    }

    private void lark(int most, String what) {
        day.desk().sandbox().spoilCards(1 + RANDOM.nextInt(most), what);
    }

    private void readOnly(String value) {
        server.set("default_transaction_read_only = " + value);
        server.reload();
    }

    private static void pauseUpTo(int millis) {
        Workday.pause(Duration.ofMillis(500L + RANDOM.nextInt(millis - 500)));
    }

    private void allIsWell() {
        for (DatabaseProxy network : networks) {
            network.loseCommits(0, RANDOM);
            network.delay(Duration.ZERO);
        }
        clocks.forEach(clock -> clock.set(Duration.ZERO));
        day.desk().sandbox().heal();
        for (Node node : day.desk().nodes()) {
            await().atMost(LONGEST).until(node::isReady);
            assertThat(node.program().isAlive()).isTrue();
        }
    }
}
