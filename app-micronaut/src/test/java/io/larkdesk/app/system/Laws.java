package io.larkdesk.app.system;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is true of a deployment once its people have written, whatever happened meanwhile. */
final class Laws {

    private final Deployment desk;
    private final Set<String> readers;

    /** Of {@code people}, some read. */
    Laws(Deployment desk, List<Colleague> people) {
        this.desk = desk;
        this.readers =
                people.stream().limit(Writers.READERS).map(Colleague::openId).collect(toSet());
    }

    /** Waits until all is done that {@code sent} messages cause, and checks it. */
    Outcome hold(Map<UUID, Long> sent, Duration atMost, Follower... followers) {
        Map<UUID, Long> stored = new HashMap<>();
        desk.database().list("select client_id, seq from message where client_id is not null", row -> {
            assertThat(stored.put(row.getObject(1, UUID.class), row.getLong(2))).isNull();
            return 1;
        });
        assertThat(stored).isEqualTo(sent);
        for (Follower follower : followers) {
            follower.hasEachMessageUpTo(Collections.max(sent.values()), atMost);
        }
        assertThat(desk.nodes()).flatExtracting(Node::errors).isEmpty();
        return Outcome.await(desk, atMost)
                .nobodyIsRemindedTwiceIn(Deployment.WINDOW)
                .noMentionIsLost(sent.size() * Writers.MENTIONS, readers)
                .nothingArrivesTwice()
                .callsAreCounted();
    }
}
