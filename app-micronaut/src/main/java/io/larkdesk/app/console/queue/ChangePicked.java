package io.larkdesk.app.console.queue;

import io.larkdesk.app.page.Texts;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.ticket.Change;
import io.larkdesk.core.ticket.ChangeTicket;
import io.larkdesk.core.ticket.FindTicket;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Changes the tickets that somebody picked, each by itself: what keeps one from being changed keeps no other. */
@Singleton
final class ChangePicked {

    private static final int MOST = 100;

    private final FindTicket findTicket;
    private final ChangeTicket changeTicket;

    ChangePicked(FindTicket findTicket, ChangeTicket changeTicket) {
        this.findTicket = findTicket;
        this.changeTicket = changeTicket;
    }

    /**
     * A ticket that was picked.
     *
     * @param number its number
     * @param version the version that the person saw
     */
    record Pick(TicketNumber number, long version) {

        Pick {
            Objects.requireNonNull(number, "number");
        }
    }

    /**
     * What came of it.
     *
     * @param done how many were changed, or were so already
     * @param refused why others were not, a line for each
     */
    record Outcome(int done, List<String> refused) {

        Outcome {
            refused = List.copyOf(refused);
        }
    }

    /** The tickets with these {@code numbers}, each with its version from the form; empty if one of them is none, or they are too many. */
    static Optional<List<Pick>> picks(Collection<String> numbers, Form form) {
        List<Pick> picks = numbers.stream()
                .sorted()
                .flatMap(number -> Addresses.ticketNumber(number).stream())
                .flatMap(number ->
                        form.number("version-" + number.value()).stream().map(version -> new Pick(number, version)))
                .toList();
        return picks.size() == numbers.size() && picks.size() <= MOST ? Optional.of(picks) : Optional.empty();
    }

    Outcome execute(List<Pick> picks, Staff staff, Change change) {
        Texts texts = staff.viewer().texts();
        List<String> refused = new ArrayList<>();
        picks.forEach(pick -> why(pick, staff, change)
                .ifPresent(why -> refused.add(texts.say(
                        "queue.refused",
                        Map.of("number", pick.number().toString(), "why", texts.say("queue.why." + why))))));
        return new Outcome(picks.size() - refused.size(), refused);
    }

    /** The end of the key of the text that says why not; empty if it is done. */
    private Optional<String> why(Pick pick, Staff staff, Change change) {
        ChangeTicket.Result result = findTicket
                .execute(pick.number(), staff.id())
                .map(ticket ->
                        changeTicket.execute(new ChangeTicket.Command(ticket, staff.id(), pick.version(), change)))
                .orElseGet(ChangeTicket.NothingThere::new);
        if (result instanceof ChangeTicket.Changed) {
            return Optional.empty();
        }
        if (result instanceof ChangeTicket.Stale) {
            return Optional.of("stale");
        }
        if (result instanceof ChangeTicket.EmergencyActive) {
            return Optional.of("emergencyActive");
        }
        if (result instanceof ChangeTicket.NotStaff) {
            return Optional.of("notStaff");
        }
        return Optional.of(result instanceof ChangeTicket.NothingThere ? "nothingThere" : "notPossible");
    }
}
