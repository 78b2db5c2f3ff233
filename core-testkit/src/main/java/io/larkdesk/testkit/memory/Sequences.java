package io.larkdesk.testkit.memory;

import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The counters of all groups: the last message, and the last change. */
final class Sequences {

    private final InMemoryFences fences;
    private final Table<GroupId, Position> ends;

    Sequences(InMemoryTransactions transactions, InMemoryFences fences) {
        this.fences = fences;
        this.ends = new Table<>(transactions);
    }

    void begin(GroupId group) {
        ends.put(group, Position.START);
    }

    Optional<Position> find(GroupId group) {
        return ends.find(group);
    }

    /** Above which changes go on. */
    long floor() {
        return fences.get().floor();
    }

    /** Holds the counters until the running transaction ends, and counts. */
    Position count(GroupId group, int messages) {
        ends.hold(group);
        Position end = find(group).orElseThrow(() -> new NoSuchElementException("no group " + group));
        Position next = new Position(end.seq() + messages, Math.max(end.revision(), floor()) + 1);
        ends.put(group, next);
        return next;
    }
}
