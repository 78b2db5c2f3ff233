package io.larkdesk.core.group;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Stores who comes and goes, and has it noted; part of whatever brings people into groups and out of them, which sees to it that they may. */
@Singleton
public final class MoveMember {

    private final Members members;
    private final MembershipObserver observer;

    /** Takes its collaborators. */
    @Inject
    public MoveMember(Members members, MembershipObserver observer) {
        this.members = members;
        this.observer = observer;
    }

    /** Whether {@code member} comes or goes by this, and not before; it is noted then, in the running transaction. */
    public boolean execute(Member member) {
        boolean moved = members.move(member);
        if (moved && member.isIn()) {
            observer.joined(member);
        } else if (moved) {
            observer.left(member);
        }
        return moved;
    }
}
