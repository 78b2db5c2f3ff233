package io.larkdesk.faults;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * What somebody wants of the provider: a ticket, an Emergency on it if it is urgent, and a colleague in its group, who comes by a link
 * that lets nobody else in once it is withdrawn. Each step may be taken again until it is acknowledged.
 */
final class Errand {

    private static final int COME_IN = 303;
    private static final int WITHDRAWN = 410;

    private final UUID ticket;
    private final UUID emergency;
    private final boolean isUrgent;
    private final Colleague asker;
    private final Colleague guest;
    private final List<Step> steps;
    private int taken;
    private String page = "";
    private Colleague.Link link = new Colleague.Link("", "");

    /** One thing to be acknowledged, by anybody. */
    @FunctionalInterface
    private interface Step {
        void take() throws IOException;
    }

    /** Of {@code people}, three: who asks, who is let in, and who comes too late; {@code tam} ends an Emergency. */
    Errand(UUID ticket, UUID emergency, boolean isUrgent, List<Colleague> people, Colleague tam) {
        this.ticket = ticket;
        this.emergency = emergency;
        this.isUrgent = isUrgent;
        this.asker = people.get(0);
        this.guest = people.get(1);
        Colleague latecomer = people.get(2);
        Step nothing = () -> {};
        this.steps = List.of(
                () -> page = asker.openTicket(ticket, title()),
                isUrgent ? () -> asker.declareEmergencyOn(page, emergency, title()) : nothing,
                () -> link = asker.at(page).invite(),
                () -> come(guest, COME_IN),
                () -> asker.at(page).revoke(link.invite()),
                () -> come(latecomer, WITHDRAWN),
                isUrgent ? () -> tam.endEmergency(number(), title()) : nothing);
    }

    private void come(Colleague person, int expected) throws IOException {
        int status = person.join(link.code());
        if (status == BusyException.STATUS) {
            throw new IOException("is to come again later");
        }
        if (status != expected) {
            throw new IllegalStateException(person.openId() + " comes to " + page + ": " + status);
        }
    }

    /** Takes the next step, if it is acknowledged. */
    void goOn() throws IOException {
        steps.get(taken).take();
        taken++;
    }

    /** Whether all of it was acknowledged. */
    boolean isDone() {
        return taken == steps.size();
    }

    /** The ticket, as its page called it before it had a number. */
    UUID ticket() {
        return ticket;
    }

    /** The Emergency, as its form called it; it was declared only if this is {@link #isUrgent urgent}. */
    UUID emergency() {
        return emergency;
    }

    boolean isUrgent() {
        return isUrgent;
    }

    /** The ticket's number, once that is acknowledged. */
    String number() {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    String title() {
        return "Errand " + ticket;
    }

    UUID asker() {
        return asker.id();
    }

    UUID guest() {
        return guest.id();
    }
}
