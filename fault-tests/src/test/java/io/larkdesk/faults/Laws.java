package io.larkdesk.faults;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** What is true of a deployment once its people have written, whatever happened meanwhile. */
final class Laws {

    /** That Emergencies stand still, or are late, calls for somebody, also where nothing else can be done than wait for the database. */
    private static final Pattern ALARM = Pattern.compile("Emergencies (could not be advanced|wait)");

    private final Deployment desk;
    private final Set<String> readers;

    /** Of {@code people}, some read. */
    Laws(Deployment desk, List<Colleague> people) {
        this.desk = desk;
        this.readers =
                people.stream().limit(Writers.READERS).map(Colleague::openId).collect(toSet());
    }

    /** What was acknowledged is stored. */
    void nothingIsLost(Map<UUID, Long> acknowledged) {
        nothingIsLost(acknowledged, stored());
    }

    private static void nothingIsLost(Map<UUID, Long> acknowledged, Map<UUID, Long> stored) {
        assertThat(difference(acknowledged.keySet(), stored.keySet()))
                .as("lost")
                .isEmpty();
        assertThat(acknowledged).as("places").isEqualTo(inCommon(stored, acknowledged.keySet()));
    }

    private static Set<UUID> difference(Set<UUID> all, Set<UUID> without) {
        return all.stream().filter(id -> !without.contains(id)).collect(toSet());
    }

    private static Map<UUID, Long> inCommon(Map<UUID, Long> all, Set<UUID> some) {
        Map<UUID, Long> common = new HashMap<>(all);
        common.keySet().retainAll(some);
        return common;
    }

    private Map<UUID, Long> stored() {
        Map<UUID, Long> stored = new HashMap<>();
        desk.database().list("select client_id, seq from message where client_id is not null", row -> {
            assertThat(stored.put(row.getObject(1, UUID.class), row.getLong(2)))
                    .as("duplicated")
                    .isNull();
            return 1;
        });
        return stored;
    }

    /** Each mention that {@code sent} messages have is decided, and what Lark has says the same. */
    void noMentionIsLost(Map<UUID, Long> sent, Duration atMost) {
        Outcome.await(desk, atMost).noMentionIsLost(sent.size() * Writers.MENTIONS, readers);
    }

    /** Waits until all is done that {@code sent} messages cause, and checks it. */
    Outcome hold(Map<UUID, Long> sent, Duration atMost, Follower... followers) {
        return hold(sent, atMost, 0, followers);
    }

    /** The same, but each person may have been reminded too early so many times. */
    Outcome hold(Map<UUID, Long> sent, Duration atMost, int tooEarly, Follower... followers) {
        Map<UUID, Long> stored = stored();
        nothingIsLost(sent, stored);
        assertThat(difference(stored.keySet(), sent.keySet())).as("unexpected").isEmpty();
        assertThat(desk.database().list(Writers.ALTERED, row -> row.getLong(1)))
                .as("altered")
                .isEmpty();
        for (Follower follower : followers) {
            follower.hasEachMessageUpTo(Collections.max(sent.values()), atMost);
        }
        assertThat(desk.nodes())
                .flatExtracting(Node::errors)
                .filteredOn(line -> !ALARM.matcher(line).find())
                .isEmpty();
        Outcome outcome = Outcome.await(desk, atMost)
                .nobodyIsRemindedTwiceIn(Deployment.WINDOW, tooEarly)
                .noMentionIsLost(sent.size() * Writers.MENTIONS, readers)
                .nothingArrivesTwice()
                .callsAreCounted();
        await("whoever was claimed is let go")
                .atMost(atMost)
                .until(() -> desk.database().count("permit where reminder_id is not null") == 0);
        return outcome;
    }
}
