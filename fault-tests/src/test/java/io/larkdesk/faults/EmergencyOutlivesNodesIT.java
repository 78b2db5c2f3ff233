package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.testkit.Effort;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Three nodes page in Emergencies that nobody acknowledges, and are killed at random; then all of them for longer than a step. Whom and when
 * {@code -Dlarkdesk.seed} repeats.
 */
@Tag("timed")
class EmergencyOutlivesNodesIT {

    private static final Logger LOG = LoggerFactory.getLogger(EmergencyOutlivesNodesIT.class);
    private static final long SEED = Long.getLong("larkdesk.seed", System.nanoTime());

    private static final Duration STEP = Duration.ofSeconds(3);
    private static final int EMERGENCIES = 4;
    private static final int KILLS = Effort.of(5);
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final Random random = new Random(SEED);
    private final Trouble trouble = new Trouble();
    private Deployment desk;
    private Colleague tam;

    @BeforeEach
    void start() throws IOException {
        LOG.info("larkdesk.seed={}", SEED);
        desk = Deployment.start(new Scene(EMERGENCIES), 3, Map.of("LARKDESK_EMERGENCY_ACK_WITHIN", STEP.toString()));
        List<Colleague> customers = desk.signInAll();
        tam = desk.signInTam();
        for (Colleague customer : customers) {
            customer.declareEmergency("Orders of " + customer.openId() + " are gone");
        }
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void eachStepIsPagedOnceAndInTimeAndALateOneSaysSo() throws IOException {
        for (int i = 0; i < KILLS; i++) {
            killOne();
        }
        Workday.pause(STEP);
        assertThat(desk.nodes()).flatExtracting(Node::errors).isEmpty();
        Paging.look(desk).stepsAreTakenOnceAndInTime(STEP, trouble).latenessIsOwnedUpTo(0, STEP);

        int steps = restAndGoOn();
        await().atMost(LONGEST).until(() -> Paging.look(desk).fewestSteps() >= steps + 2);
        acknowledgeAll();
        Workday.pause(STEP.plus(Trouble.SLACK));

        Paging paging = Paging.look(desk)
                .stepsAreTakenOnceAndInTime(STEP, trouble)
                .pagesArriveOnceAndInTime(trouble)
                .latenessIsOwnedUpTo(1, STEP)
                .acknowledgementStopsIt();
        LOG.info(
                "{} pages, {} of them repeated, at least {} steps in each",
                paging.arrived(),
                paging.repeats(),
                paging.fewestSteps());
        assertThat(paging.emergencies()).isEqualTo(EMERGENCIES);
    }

    /** Lark is slow to say that it has taken a card, so that whoever is killed often does not know. */
    private void killOne() {
        desk.sandbox().spoilCards(10, "\"delay_ms\": 1500");
        Node victim = desk.node(random.nextInt(desk.nodes().size()));
        Workday.pause(Duration.ofMillis(random.nextInt((int) STEP.toMillis())));
        if (random.nextBoolean()) {
            await().atMost(LONGEST).until(() -> desk.database().count("page where state = 'SENDING'") > 1);
        }
        await().atMost(LONGEST).until(() -> desk.nodes().stream().anyMatch(node -> node != victim && node.isUp()));
        trouble.kill(victim);
        victim.start();
    }

    /** All nodes are killed, and start again more than a step later; how many steps were taken before. */
    private int restAndGoOn() {
        trouble.killAll(desk.nodes());
        int steps = Paging.look(desk).fewestSteps();
        Workday.pause(STEP.multipliedBy(2));
        desk.nodes().forEach(Node::start);
        desk.nodes().forEach(Node::awaitUp);
        // Not before: those that start need the machine
        trouble.isOver();
        return steps;
    }

    private record Open(long ticket, UUID id, long version) {}

    private void acknowledgeAll() throws IOException {
        List<Open> all = desk.database()
                .list(
                        "select ticket_number, emergency_id, emergency.version from emergency join ticket using (tenant_id, group_id)",
                        row -> new Open(row.getLong(1), row.getObject(2, UUID.class), row.getLong(3)));
        for (Open open : all) {
            tam.acknowledge(Long.toString(open.ticket()), open.id(), open.version());
        }
    }
}
