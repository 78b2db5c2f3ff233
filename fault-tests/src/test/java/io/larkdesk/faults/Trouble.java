package io.larkdesk.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When nodes were killed, and when none ran; what the desk can be held to in spite of that. */
final class Trouble {

    /** With a node that runs, everything is done at most so long after it is due. */
    static final Duration SLACK = Duration.ofSeconds(3);

    /** What a dead node had begun to send is sent by another one when this has passed; an attempt has as long. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final List<Instant> deaths = new ArrayList<>();
    private Instant lastDeath = Instant.MAX;
    private Instant backAt = Instant.MAX;

    void kill(Node node) {
        deaths.add(Instant.now());
        node.program().kill();
    }

    /** Kills all that are left. */
    void killAll(List<Node> nodes) {
        lastDeath = Instant.now();
        nodes.forEach(this::kill);
    }

    /** Nodes run again. */
    void isOver() {
        backAt = Instant.now();
    }

    /** Until when a step that is due must be taken. */
    Instant latestStep(Instant due) {
        return running(due).plus(SLACK);
    }

    /** Until when a page must be there that was to be sent from {@code stored} on, and came {@code arrived}. */
    Instant latestArrival(Instant stored, Instant arrived) {
        return running(stored)
                .plus(LEASE.multipliedBy(deathsBetween(stored, arrived)))
                .plus(SLACK);
    }

    /** How often a page may have come again that was to be sent from {@code stored} on: whoever died had perhaps sent it. */
    int mostRepeats(Instant stored) {
        int most = 0;
        // each attempt may begin late, and the next one then too
        while (deathsBetween(
                        stored.plus(LEASE.multipliedBy(most)),
                        stored.plus(LEASE.plus(SLACK).multipliedBy(most + 1L)))
                > 0) {
            most++;
        }
        return most;
    }

    private int deathsBetween(Instant from, Instant until) {
        return (int) deaths.stream()
                .filter(death -> !death.isBefore(from) && death.isBefore(until))
                .count();
    }

    private Instant running(Instant due) {
        return due.plus(SLACK).isAfter(lastDeath) && due.isBefore(backAt) ? backAt : due;
    }
}
