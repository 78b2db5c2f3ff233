package io.larkdesk.testkit.law;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.Change;
import io.larkdesk.core.ticket.Rating;
import io.larkdesk.core.ticket.Resolution;
import io.larkdesk.core.ticket.Severity;

/** What somebody can want of a ticket. */
enum Wanted {
    START,
    AWAIT_CUSTOMER,
    RESUME,
    RESOLVE,
    CONFIRM,
    RATE,
    REOPEN,
    REASSIGN,
    CHANGE_SEVERITY,
    HAND_OVER;

    /** The change, with what it needs to say. */
    Change change(Severity severity, PersonId to) {
        return switch (this) {
            case START -> new Change.Start();
            case AWAIT_CUSTOMER -> new Change.AwaitCustomer();
            case RESUME -> new Change.Resume();
            case RESOLVE -> new Change.Resolve(Resolution.parse("Turned off and on"));
            case CONFIRM -> new Change.Confirm();
            case RATE -> new Change.Rate(Rating.of(severity.weight(), "so"));
            case REOPEN -> new Change.Reopen();
            case REASSIGN -> new Change.Reassign(to);
            case CHANGE_SEVERITY -> new Change.ChangeSeverity(severity);
            case HAND_OVER -> new Change.HandOver(to);
        };
    }
}
