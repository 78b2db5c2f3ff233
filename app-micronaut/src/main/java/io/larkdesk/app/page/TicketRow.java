package io.larkdesk.app.page;

import io.larkdesk.core.conversation.Unread;
import io.larkdesk.core.ticket.Ticket;
import java.util.Objects;
import java.util.Optional;

/**
 * A ticket in a list.
 *
 * @param ticket the ticket
 * @param path its address; empty if the viewer may not open it
 * @param opener the name of who opened it
 * @param engineer who has it
 * @param isEmergency whether it has an Emergency
 * @param unread what the viewer has not read of it; empty for those who are not in its group
 * @param last what stands last in its conversation; empty for those who are not in its group
 */
public record TicketRow(
        Ticket ticket,
        Optional<String> path,
        String opener,
        Optional<PersonView> engineer,
        boolean isEmergency,
        Optional<Unread> unread,
        Optional<MessageView> last) {

    /** Refuses null. */
    public TicketRow {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(opener, "opener");
        Objects.requireNonNull(engineer, "engineer");
        unread = unread.filter(some -> some.messages() > 0);
        Objects.requireNonNull(last, "last");
    }

    /** The classes of its row. */
    public String classes() {
        return (isEmergency ? "hot" : "") + (unread.isPresent() ? " un" : "");
    }

    /** The class of its state. */
    public String stateClass() {
        return isEmergency ? "emg" : StateLook.classOf(ticket.state());
    }

    /** Its state, as {@code viewer} calls it. */
    public String state(Texts texts, PersonView viewer) {
        return isEmergency ? texts.say("emergency.title") : StateLook.say(texts, ticket.state(), viewer.side());
    }

    /** Its product, or that nobody knows. */
    public String product(Texts texts) {
        return ticket.product().map(Object::toString).orElseGet(() -> texts.say("ticket.noProduct"));
    }

    /** What the badge says; empty if all is read. */
    public Optional<String> badge() {
        return unread.map(some -> (isCalled() ? "@ " : "") + RailGroup.badge(some.messages()));
    }

    /** Whether the viewer is called in what is unread. */
    public boolean isCalled() {
        return unread.filter(some -> some.mentions() > 0).isPresent();
    }

    /** What happened last, as {@code viewer} reads it; empty where the viewer is not told. */
    public Optional<String> activity(Times times, PersonView viewer) {
        return last.map(message -> {
            boolean own = message.person().id().equals(viewer.id());
            return message.isNotice()
                    ? times.texts().plain(message.notice(own), message.named(times, ""))
                    : times.texts()
                            .say(
                                    "workstation.said." + message.kind() + (own ? ".you" : ""),
                                    "name",
                                    message.person().name());
        });
    }
}
