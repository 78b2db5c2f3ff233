package io.larkdesk.testkit.law;

import io.larkdesk.core.invite.InviteCode;
import io.larkdesk.core.invite.InviteId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A link as the model has it. */
final class Link {

    private final InviteId id;
    private final InviteCode code;
    private final Who maker;
    private final Where where;
    private final Instant madeAt;
    private final Instant endsAt;
    private final Optional<Integer> most;
    private final Set<Who> joined = EnumSet.noneOf(Who.class);
    private boolean revoked;

    Link(InviteId id, InviteCode code, Who maker, Where where, Instant madeAt, Duration lasts, Optional<Integer> most) {
        this.id = id;
        this.code = code;
        this.maker = maker;
        this.where = where;
        this.madeAt = madeAt;
        this.endsAt = madeAt.plus(lasts);
        this.most = most;
    }

    InviteId id() {
        return id;
    }

    InviteCode code() {
        return code;
    }

    Who maker() {
        return maker;
    }

    Where where() {
        return where;
    }

    Instant madeAt() {
        return madeAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    Set<Who> joined() {
        return joined;
    }

    void join(Who who) {
        joined.add(who);
    }

    boolean hasRoomFor(Who who) {
        return joined.contains(who)
                || most.filter(limit -> joined.size() >= limit).isEmpty();
    }

    boolean isRevoked() {
        return revoked;
    }

    void revoke() {
        revoked = true;
    }
}
