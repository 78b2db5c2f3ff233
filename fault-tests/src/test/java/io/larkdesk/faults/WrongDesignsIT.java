package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.larkdesk.faults.agent.Design;
import io.larkdesk.faults.agent.FaultAgent;
import io.larkdesk.faults.agent.KillPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whoever judges finds what designs that are known to be wrong let happen: a run in which nothing is found says something. */
class WrongDesignsIT {

    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final int PEOPLE = 20;
    private static final int MESSAGES = 200;
    private static final int MOST_RUNS = 10;
    private static final String TOO_EARLY = "arrivals too early";

    /** Who judges a run once the trouble is over. */
    @FunctionalInterface
    private interface Judge {
        void judge(Laws laws, Writers writers, Follower follower) throws InterruptedException;
    }

    @Test
    void aNewUuidForEachTry() {
        isFound(both(Design.NEW_UUID_PER_TRY.name()), "lost mentions", WrongDesignsIT::loseAnswers);
    }

    private static void loseAnswers(Deployment desk) {
        desk.sandbox().spoilCards(10, "\"drop\": \"after\"");
    }

    @Test
    void theNodesClock() {
        isFound(both(Design.NODE_CLOCK + "@2000"), TOO_EARLY, desk -> {});
    }

    @Test
    void theWindowFromTheClaim() {
        isFound(both(Design.WINDOW_FROM_CLAIM + "," + FaultAgent.SLOW + "@2500"), TOO_EARLY, desk -> {});
    }

    @Test
    void theResultBeforeTheSending() {
        String design = Design.RESULT_BEFORE_SEND.name();
        isFound(
                List.of(design, design + "," + KillPoint.CARD_HALF_SENT + "@3"),
                "lost mentions",
                WrongDesignsIT::comeBack,
                (laws, writers, follower) -> laws.noMentionIsLost(writers.finish(LONGEST), LONGEST));
    }

    private static void comeBack(Deployment desk) {
        Program first = desk.node(1).program();
        await().atMost(LONGEST).until(() -> !first.isAlive());
        desk.node(1).start();
        desk.node(1).awaitUp();
    }

    @Test
    void theAnswerBeforeTheCommit() {
        isFound(
                both(Design.ANSWER_BEFORE_COMMIT.name()),
                "lost",
                desk -> desk.nodes().forEach(node -> node.program().kill()),
                (laws, writers, follower) -> laws.nothingIsLost(writers.acknowledged()));
    }

    @Test
    void theNumberBeforeTheLock() {
        isFound(both(Design.NUMBER_BEFORE_LOCK.name()), "what was followed", desk -> {});
    }

    private static List<String> both(String faults) {
        return List.of(faults, faults);
    }

    private static void isFound(List<String> faults, String what, Consumer<Deployment> trouble) {
        isFound(
                faults,
                what,
                trouble,
                (laws, writers, follower) -> laws.hold(writers.finish(LONGEST), LONGEST, follower));
    }

    /** Whether a design does harm in a run is chance; so it has several. */
    private static void isFound(List<String> faults, String what, Consumer<Deployment> trouble, Judge judge) {
        List<String> verdicts = new ArrayList<>();
        do {
            verdicts.add(verdict(faults, trouble, judge));
        } while (verdicts.size() < MOST_RUNS && !last(verdicts).contains(what));

        assertThat(last(verdicts)).as("the last of %s", verdicts).contains(what);
    }

    private static String last(List<String> verdicts) {
        return verdicts.get(verdicts.size() - 1);
    }

    private static String verdict(List<String> faults, Consumer<Deployment> trouble, Judge judge) {
        try (Deployment desk = Deployment.startFaulty(new Scene(PEOPLE), faults)) {
            List<Colleague> people = desk.signInAll();
            try (Follower follower =
                            Follower.start(people.get(0), List.of(desk.node(0).url()));
                    Writers writers = Writers.start(people, MESSAGES, 5)) {
                await().atMost(LONGEST).until(() -> writers.count() > MESSAGES / 4);
                trouble.accept(desk);
                return Optional.ofNullable(catchThrowable(() -> judge.judge(new Laws(desk, people), writers, follower)))
                        .map(Throwable::toString)
                        .orElse("nothing was found");
            }
        }
    }
}
