package io.larkdesk.core.ticket;

import io.larkdesk.core.group.Side;
import java.time.Instant;

/** What people can do to a ticket, which side may, and when. */
public enum Action {
    /** The service team begins. */
    START,
    /** The service team needs something of the customer. */
    AWAIT_CUSTOMER,
    /** The service team goes on without the customer's answer. */
    RESUME,
    /** The service team says what was done. */
    RESOLVE,
    /** The customer confirms that it works. */
    CONFIRM,
    /** The customer says how well it went; doing so again says it anew. */
    RATE,
    /** It does not work after all; after closing for some time only. */
    REOPEN,
    /** The service team gives it to somebody else. */
    REASSIGN,
    /** It is more or less severe than thought. */
    CHANGE_SEVERITY,
    /** Its owner on the customer's side makes it a colleague's; any customer in its group, while none of them is the owner. */
    HAND_OVER;

    /** Whether people on {@code side} may do it, when it can be done. */
    public boolean isFor(Side side) {
        return switch (this) {
            case START, AWAIT_CUSTOMER, RESUME, RESOLVE, REASSIGN -> side == Side.SERVICE_TEAM;
            case CONFIRM, RATE, HAND_OVER -> side == Side.CUSTOMER;
            case REOPEN, CHANGE_SEVERITY -> true;
        };
    }

    /** Whether it can be done to {@code ticket} at {@code now}. */
    public boolean isPossible(Ticket ticket, Instant now, TicketPolicy policy) {
        TicketState state = ticket.state();
        return switch (this) {
            case START -> state == TicketState.NEW;
            case AWAIT_CUSTOMER -> state == TicketState.NEW || state == TicketState.IN_PROGRESS;
            case RESUME -> state == TicketState.WAITING_FOR_CUSTOMER;
            case RESOLVE, CHANGE_SEVERITY -> state.isOpen();
            case CONFIRM -> state == TicketState.RESOLVED;
            case RATE -> state == TicketState.CLOSED;
            case REOPEN -> state == TicketState.RESOLVED || isClosedLately(ticket, now, policy);
            case REASSIGN, HAND_OVER -> state != TicketState.CLOSED;
        };
    }

    private static boolean isClosedLately(Ticket ticket, Instant now, TicketPolicy policy) {
        return ticket.times()
                .closedAt()
                .filter(closed -> now.isBefore(closed.plus(policy.reopenWithin())))
                .isPresent();
    }
}
