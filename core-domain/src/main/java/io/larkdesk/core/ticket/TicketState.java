package io.larkdesk.core.ticket;

/** How far a ticket is. */
public enum TicketState {
    /** Nobody of the service team has answered. */
    NEW(true),
    /** The service team works on it. */
    IN_PROGRESS(true),
    /** The service team needs something of the customer. */
    WAITING_FOR_CUSTOMER(true),
    /** The service team says that it is solved; the customer is asked. */
    RESOLVED(false),
    /** It is over. Nobody writes in its group any more. */
    CLOSED(false);

    private final boolean open;

    TicketState(boolean open) {
        this.open = open;
    }

    /** Whether there is still something to be done: counts as work of who has the ticket. */
    public boolean isOpen() {
        return open;
    }
}
