package io.larkdesk.core.group;

/** Stores who comes and goes, and has it noted; part of whatever brings people into groups and out of them. */
final class Moves {

    private Moves() {}

    /** Whether {@code member} comes or goes by this, and not before; {@code observer} is told of it then. */
    static boolean move(Members members, MembershipObserver observer, Member member) {
        boolean moved = members.move(member);
        if (moved && member.isIn()) {
            observer.joined(member);
        } else if (moved) {
            observer.left(member);
        }
        return moved;
    }
}
