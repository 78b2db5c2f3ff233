package io.larkdesk.core.group;

/** Is told of who comes and goes, inside the transaction in which it happens. */
public interface MembershipObserver {

    /** {@code member} is in the group from now on. */
    void joined(Member member);

    /** {@code member} is no longer in the group. */
    void left(Member member);
}
