package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.faults.agent.Design;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One customer's people ask for all that the service can do. Another's are answered as if they were alone, but for the machine. */
@Tag("timed")
class NeighboursIT {

    private static final Logger LOG = LoggerFactory.getLogger(NeighboursIT.class);
    private static final int LOUD = 24;
    private static final int NEIGHBOURS = 4;

    /** Three times as many as there are places. */
    private static final int LOUD_HANDS = 120;

    private static final Duration LOUD_PAUSE = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final Duration ANSWERED = Duration.ofSeconds(10);
    private static final Map<String, String> SETTINGS = Map.of("LARKDESK_DB_CONNECTIONS", "10");

    /** How it was for both. */
    private record Day(Tally neighbours, Tally loud) {}

    @Test
    void nobodyIsRefusedBecauseOthersAskForTooMuch() throws InterruptedException {
        Scene scene = new Scene(LOUD, NEIGHBOURS);
        Day day = dayAt(Deployment.start(scene, 1, SETTINGS));

        assertThat(day.loud().refused()).isPositive();
        assertThat(day.neighbours().refused()).isZero();
        assertThat(day.neighbours().nearlyAllWaited()).isLessThan(ANSWERED);
    }

    /** The control. */
    @Test
    void withoutSharesWhoAsksMostHasAllPlaces() throws InterruptedException {
        Scene scene = new Scene(LOUD, NEIGHBOURS);
        Day day = dayAt(Deployment.startFaulty(scene, List.of(Design.PLACES_WITHOUT_SHARES.name()), SETTINGS));

        assertThat(day.neighbours().refused()).isPositive();
    }

    private static Day dayAt(Deployment desk) throws InterruptedException {
        try (desk) {
            List<Colleague> loudPeople = desk.signInAll();
            List<Colleague> neighbours = desk.signInNeighbours();
            besideLoud(loudPeople, new Tally(), neighbours);
            Tally alone = say(neighbours);
            Tally loud = new Tally();
            Tally beside = besideLoud(loudPeople, loud, neighbours);
            LOG.info("alone: {}; beside others: {}; those others: {}", alone, beside, loud);
            assertThat(desk.nodes()).flatExtracting(Node::errors).isEmpty();
            return new Day(beside, loud);
        }
    }

    private static Tally besideLoud(List<Colleague> loudPeople, Tally loud, List<Colleague> neighbours)
            throws InterruptedException {
        Crowd crowd = Crowd.start(loudPeople, LOUD_HANDS, LOUD_PAUSE, loud);
        Tally tally = say(neighbours);
        crowd.finish();
        return tally;
    }

    private static Tally say(List<Colleague> people) throws InterruptedException {
        Tally tally = new Tally();
        Crowd crowd = Crowd.start(people, people.size(), PAUSE, tally);
        Workday.pause(MEASURED);
        crowd.finish();
        return tally;
    }
}
