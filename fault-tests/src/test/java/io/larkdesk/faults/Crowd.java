package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** People who say one thing after the other, each again as soon as there is an answer and a pause is over. */
final class Crowd {

    private final ScheduledExecutorService hands;
    private final List<Future<?>> turns = new ArrayList<>();

    private Crowd(int hands) {
        this.hands = Executors.newScheduledThreadPool(hands);
    }

    /** So many {@code hands} of {@code people} begin; what becomes of it is in {@code tally}. */
    static Crowd start(List<Colleague> people, int hands, Duration pause, Tally tally) {
        Crowd crowd = new Crowd(hands);
        for (int hand = 0; hand < hands; hand++) {
            Colleague person = people.get(hand % people.size());
            long first = hand * pause.toNanos() / hands;
            crowd.turns.add(crowd.hands.scheduleWithFixedDelay(
                    () -> tally.say(person), first, pause.toNanos(), TimeUnit.NANOSECONDS));
        }
        return crowd;
    }

    /** They begin nothing new; waits for the answers to what they said. */
    void finish() throws InterruptedException {
        turns.forEach(turn -> turn.cancel(false));
        hands.shutdown();
        assertThat(hands.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
}
