package io.larkdesk.app.page;

import io.larkdesk.core.group.Side;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.ticket.TicketState;
import java.util.Objects;
import java.util.Optional;

/**
 * A group in the list at the side.
 *
 * @param group its id, as in addresses
 * @param name its heading; of a ticket's group the title
 * @param unread how many messages the person has not read, counted up to 100
 * @param mentions how many of them call the person
 * @param current whether it is the one that is shown
 * @param ticket the ticket, if it is a ticket's group
 */
public record RailGroup(
        String group, String name, int unread, int mentions, boolean current, Optional<RailTicket> ticket) {

    private static final int MOST_SHOWN = 99;

    /** Refuses null. */
    public RailGroup {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(ticket, "ticket");
    }

    /** A service group. */
    public RailGroup(String group, String name, int unread, int mentions, boolean current) {
        this(group, name, unread, mentions, current, Optional.empty());
    }

    /**
     * A ticket in the list at the side.
     *
     * @param number its number
     * @param product to which product it belongs, if that is known
     * @param state how far it is, if that is known
     * @param isEmergency whether it has an Emergency
     */
    public record RailTicket(
            TicketNumber number, Optional<String> product, Optional<TicketState> state, boolean isEmergency) {

        /** Refuses null. */
        public RailTicket {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(product, "product");
            Objects.requireNonNull(state, "state");
        }

        /** Stands for it in the place of a picture, if its product is known. */
        public Optional<String> initials() {
            return product.map(Names::initials);
        }

        /** Number and state. */
        public String say(Texts texts, Side side) {
            return isEmergency
                    ? number + " · " + texts.say("emergency.title")
                    : state.map(found -> number + " · " + StateLook.say(texts, found, side))
                            .orElseGet(number::toString);
        }
    }

    /** The count on the badge. */
    public String badge() {
        return badge(unread);
    }

    /** The count on the badge of whatever has {@code unread} messages. */
    static String badge(int unread) {
        return unread > MOST_SHOWN ? MOST_SHOWN + "+" : Integer.toString(unread);
    }
}
