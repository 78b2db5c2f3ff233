package io.larkdesk.app.page;

import io.larkdesk.core.group.Side;
import io.larkdesk.core.ticket.TicketState;
import java.util.Locale;

/** How far a ticket is, and how severe, in words and colours. */
public final class StateLook {

    private StateLook() {}

    /** The class of the state's tag. */
    static String classOf(TicketState state) {
        return switch (state) {
            case NEW -> "new";
            case IN_PROGRESS -> "prog";
            case WAITING_FOR_CUSTOMER -> "wait";
            case RESOLVED -> "done";
            case CLOSED -> "closed";
        };
    }

    /** The severity of that name in words. */
    public static String say(Texts texts, String severity) {
        return texts.say("severity." + severity.toLowerCase(Locale.ROOT));
    }

    /** The state as people on {@code side} call it. */
    public static String say(Texts texts, TicketState state, Side side) {
        boolean forTeam = state == TicketState.WAITING_FOR_CUSTOMER && side == Side.SERVICE_TEAM;
        return texts.say("ticket.state." + state.name() + (forTeam ? ".team" : ""));
    }
}
