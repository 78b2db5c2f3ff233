package io.larkdesk.faults.agent;

import java.util.Optional;

/** A place in the service at which its process can be made to end at once, as kill -9 would end it just there. */
public enum KillPoint {
    /** A post has come, and no transaction has begun. */
    POST_BEFORE_TRANSACTION(Place.POST, false),
    /** Everything of a post is written, and not committed. */
    POST_BEFORE_COMMIT(Place.COMMIT, false, Place.POST),
    /** A post's COMMIT is sent, and its answer not read. */
    POST_COMMIT_SENT(Place.DATABASES_ANSWER, false, Place.COMMIT, Place.POST),
    /** A post is committed, and not answered. */
    POST_BEFORE_ANSWER(Place.POST, true),
    /** A reminder is claimed, and nothing of it is on its way. */
    REMINDER_CLAIMED(Place.DELIVER, false),
    /** A card's head is sent, and its body not. */
    CARD_HALF_SENT(Place.REQUEST_HEAD, true, Place.OF_CARD),
    /** A card is sent, and Lark's answer not read. */
    CARD_SENT(Place.LARKS_ANSWER, false, Place.OF_CARD),
    /** Lark has answered, and nothing of that is stored. */
    RESULT_BEFORE_TRANSACTION(Place.SETTLE, false),
    /** The result's COMMIT is sent, and its answer not read. */
    RESULT_COMMIT_SENT(Place.DATABASES_ANSWER, false, Place.COMMIT, Place.SETTLE),
    /** The result is stored, and nothing else was begun. */
    RESULT_STORED(Place.SETTLE, true),
    /** An app's token is asked for, and not there. */
    TOKEN_ASKED_FOR(Place.LARKS_ANSWER, false, Place.OF_TOKEN),
    /** A migration has run, and neither it nor the note of it is committed. */
    MIGRATION_BEFORE_COMMIT(Place.MIGRATION, false),
    /** The service was asked to stop, and its work is not finished. */
    DRAINING(Place.DRAIN, false);

    private final Place place;
    private final boolean after;
    private final Place inner;
    private final Place outer;

    KillPoint(Place place, boolean after) {
        this(place, after, Place.ANYWHERE);
    }

    KillPoint(Place place, boolean after, Place around) {
        this(place, after, around, Place.ANYWHERE);
    }

    KillPoint(Place place, boolean after, Place inner, Place outer) {
        this.place = place;
        this.after = after;
        this.inner = inner;
        this.outer = outer;
    }

    /** Whether it is at {@code passed}, on the way in or out, in a thread that is {@code within} others. */
    boolean isAt(Place passed, boolean goesOut, Within within) {
        return place == passed && after == goesOut && within.isIn(inner) && within.isIn(outer);
    }

    /** The one that is called so. */
    static Optional<KillPoint> named(String name) {
        for (KillPoint point : values()) {
            if (point.name().equals(name)) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }
}
