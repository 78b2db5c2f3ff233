package io.larkdesk.testkit.law;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.Change;
import io.larkdesk.core.ticket.ChangeTicket;
import io.larkdesk.core.ticket.Resolution;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** How the two tickets on which Emergencies are declared come to an end, or do not while one is active, each act told to the model too. */
final class Endings {

    private final World world;
    private final Siren siren;
    private final Map<Where, TicketState> states = new EnumMap<>(Where.class);

    Endings(World world, Siren siren) {
        this.world = world;
        this.siren = siren;
    }

    /** As far as it matters: all open states are in progress. */
    private TicketState state(Where where) {
        return states.getOrDefault(where, TicketState.IN_PROGRESS);
    }

    boolean isClosed(Where where) {
        return state(where) == TicketState.CLOSED;
    }

    /** Somebody declared an Emergency: a resolved ticket is not solved after all. */
    void declared(Where where) {
        states.put(where, TicketState.IN_PROGRESS);
    }

    /** The TAM, who serves both tickets, says that it is solved. */
    void resolve(Where where) {
        ChangeTicket.Result result =
                change(where, world.cast().id(Who.TAM), new Change.Resolve(Resolution.parse("restored")));
        if (state(where) != TicketState.IN_PROGRESS) {
            LawBroken.unless(
                    result instanceof ChangeTicket.NotPossible, "what is resolved is resolved again: " + result);
        } else if (siren.last(where).filter(Alarm::isActive).isPresent()) {
            LawBroken.unless(result instanceof ChangeTicket.EmergencyActive, "an Emergency is forgotten: " + result);
        } else {
            LawBroken.unless(result instanceof ChangeTicket.Changed, "a ticket is not resolved: " + result);
            states.put(where, TicketState.RESOLVED);
        }
    }

    /** The customer who opened it confirms that it is solved. */
    void confirm(Where where) {
        PersonId opener = ticket(where).opener();
        ChangeTicket.Result result = change(where, opener, new Change.Confirm());
        if (state(where) == TicketState.RESOLVED) {
            LawBroken.unless(result instanceof ChangeTicket.Changed, "a ticket is not confirmed: " + result);
            states.put(where, TicketState.CLOSED);
        } else {
            LawBroken.unless(
                    result instanceof ChangeTicket.NotPossible, "what is not resolved is confirmed: " + result);
        }
    }

    private ChangeTicket.Result change(Where where, PersonId actor, Change change) {
        GroupId ticket = siren.ticket(where);
        return world.desk()
                .changeTicket
                .execute(new ChangeTicket.Command(ticket, actor, ticket(where).version(), change));
    }

    /** The desk looks for silent tickets. */
    void closeSilent() {
        Instant silentSince = world.now().minus(world.setting().tickets().silence());
        for (Where where : Where.values()) {
            if (state(where) == TicketState.RESOLVED
                    && !ticket(where).times().activeAt().isAfter(silentSince)) {
                states.put(where, TicketState.CLOSED);
            }
        }
        world.desk().closeSilentTickets.execute();
    }

    /** What is stored is what the model says. */
    void requireRight(Where where) {
        TicketState stored = ticket(where).state();
        boolean right = state(where) == TicketState.IN_PROGRESS ? stored.isOpen() : stored == state(where);
        LawBroken.unless(right, "the ticket in " + where + " is " + stored + " instead of " + state(where));
    }

    private Ticket ticket(Where where) {
        return world.stores().tickets().find(siren.ticket(where)).orElseThrow();
    }
}
