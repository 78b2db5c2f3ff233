package io.larkdesk.app.live;

import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Tenant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;

/** Ann and Bob in a group, and browsers that show it. */
abstract class OneGroup {

    final LiveDesk live = new LiveDesk();
    final Node node = live.nodes.get(0);
    final Tenant acme = live.scene.customer("Acme");
    final ServiceGroup group = live.scene.group(acme);
    final Person ann = live.scene.person(acme, "Ann");
    final Person bob = live.scene.person(acme, "Bob");

    @BeforeEach
    void bothAreInTheGroup() {
        live.scene.join(group, ann);
        live.scene.join(group, bob);
    }

    static String cursors(Person one, long upTo, Person other, long otherUpTo) {
        Map<String, Long> read =
                new TreeMap<>(Map.of(one.id().toString(), upTo, other.id().toString(), otherUpTo));
        return read.entrySet().stream()
                .map(cursor -> "\"" + cursor.getKey() + "\":" + cursor.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    Browser connect(Person person) {
        return node.connect(live.follower(group, person, Optional.empty()));
    }

    Browser connect(Person person, Position at) {
        return node.connect(live.follower(group, person, Optional.of(at)));
    }
}
