package io.larkdesk.testkit.law;

import java.util.List;

/** Looks on while a history takes place, and says when a law is broken. Each method does nothing unless overridden. */
abstract class Watch {

    private final World world;

    Watch(World world) {
        this.world = world;
        world.add(this);
    }

    final World world() {
        return world;
    }

    /** The law is broken unless {@code kept}. */
    /** A node claimed {@code attempts}, and {@code decided} was decided on the way. */
    void claimed(List<Attempt> attempts, List<Mention> decided) {}

    /** A reminder came to its recipient. */
    void arrived(Arrival arrival) {}

    /** A node settled {@code attempt}, and {@code decided} was decided on the way. */
    void settled(Attempt attempt, List<Mention> decided) {}

    /** The history is over, and everything that was due was done. */
    void over() {}
}
