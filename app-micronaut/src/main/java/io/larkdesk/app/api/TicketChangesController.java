package io.larkdesk.app.api;

import io.larkdesk.app.api.Sent.TicketChange;
import io.larkdesk.app.api.Views.TicketView;
import io.larkdesk.core.ticket.Change;
import io.larkdesk.core.ticket.ChangeTicket;
import io.larkdesk.core.ticket.Resolution;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.ShowTicket;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.token.TokenScope;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Patch;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Moves tickets on. */
@Controller(ApiPath.ROOT)
@Tag(name = "Tickets")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TicketChangesController {

    private final ShowTicket showTicket;
    private final ChangeTicket changeTicket;
    private final Things things;

    TicketChangesController(ShowTicket showTicket, ChangeTicket changeTicket, Things things) {
        this.showTicket = showTicket;
        this.changeTicket = changeTicket;
        this.things = things;
    }

    /**
     * Changes a ticket that is as the caller has seen it: its state, its severity, or who has it. Sent again with the version that was seen, it
     * is refused, because the ticket has changed. Needs the scope tickets:write.
     */
    @Patch("/tickets/{number}")
    @Scoped(TokenScope.TICKETS_WRITE)
    TicketView changeTicket(@Parameter(hidden = true) Caller caller, String number, @Body TicketChange sent) {
        Ticket seen = showTicket
                .execute(things.ticket(number, caller), caller.id())
                .orElseThrow(Refusal::notThere)
                .ticket();
        Fields fields = new Fields();
        Optional<Change> change = read(fields, seen, caller, sent);
        if (sent.version() == null) {
            fields.wrong("version", "is missing");
        }
        fields.check();
        if (change.isEmpty()) {
            return TicketView.of(seen);
        }
        return changed(changeTicket.execute(new ChangeTicket.Command(
                seen.id(), caller.id(), Objects.requireNonNull(sent.version()), change.get())));
    }

    /** The one change that is asked for; empty if it is so already. */
    private static Optional<Change> read(Fields fields, Ticket seen, Caller caller, TicketChange sent) {
        long asked = Stream.of(sent.state(), sent.severity(), sent.engineer())
                .filter(Objects::nonNull)
                .count();
        if (asked != 1) {
            fields.wrong("state", "one of state, severity and engineer is needed, and no more");
            return Optional.empty();
        }
        if (sent.state() != null) {
            return fields.constant("state", sent.state(), TicketState.class)
                    .flatMap(state -> toState(fields, seen, state, sent));
        }
        if (sent.severity() != null) {
            return fields.constant("severity", sent.severity(), Severity.class).map(Change.ChangeSeverity::new);
        }
        Optional<UUID> engineer = fields.id("engineer", sent.engineer());
        return engineer.map(id -> new Change.Reassign(caller.colleague(id)));
    }

    private static Optional<Change> toState(Fields fields, Ticket seen, TicketState state, TicketChange sent) {
        switch (state) {
            case RESOLVED -> {
                return fields.text("resolution", sent.resolution(), Resolution::problemWith, Resolution::parse)
                        .map(Change.Resolve::new);
            }
            case WAITING_FOR_CUSTOMER -> {
                return Optional.of(new Change.AwaitCustomer());
            }
            case IN_PROGRESS -> {
                return begin(seen.state());
            }
            default -> {
                fields.wrong("state", "is none to which the service team brings a ticket");
                return Optional.empty();
            }
        }
    }

    private static Optional<Change> begin(TicketState from) {
        return switch (from) {
            case NEW -> Optional.of(new Change.Start());
            case WAITING_FOR_CUSTOMER -> Optional.of(new Change.Resume());
            case RESOLVED, CLOSED -> Optional.of(new Change.Reopen());
            case IN_PROGRESS -> Optional.empty();
        };
    }

    private static TicketView changed(ChangeTicket.Result result) {
        if (result instanceof ChangeTicket.Changed changed) {
            return TicketView.of(changed.ticket());
        }
        if (result instanceof ChangeTicket.Stale stale) {
            throw Refusal.conflict(
                    "stale",
                    "The ticket has changed: it is at version " + stale.ticket().version() + " now.");
        }
        if (result instanceof ChangeTicket.NotStaff) {
            throw Refusal.field("engineer", "is none of the staff");
        }
        if (result instanceof ChangeTicket.EmergencyActive) {
            throw Refusal.conflict("emergency-active", "An Emergency is active on it, and has to be ended first.");
        }
        throw result instanceof ChangeTicket.NotPossible
                ? Refusal.conflict("not-possible", "This cannot be done to the ticket in its state.")
                : result instanceof ChangeTicket.NotAllowed
                        ? Refusal.notAllowed("This is for the other side to do.")
                        : Refusal.notThere();
    }
}
