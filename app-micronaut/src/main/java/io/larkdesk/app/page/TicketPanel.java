package io.larkdesk.app.page;

import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.ticket.Action;
import io.larkdesk.core.ticket.ListCandidates.Candidate;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.ShowTicket.Shown;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The facts of a ticket, what can be done to it, and its Timeline.
 *
 * @param viewer for whom and when
 * @param csrf goes into every form
 * @param path the address of the ticket's page, without anything after its number
 * @param shown the ticket, as the viewer may see it
 * @param clocks how long the service team may take, if that is promised
 * @param origin the service group from which it was opened, if the viewer is in that
 * @param candidates to whom the viewer can give it
 * @param notes internal notes, for the service team; empty for everybody else
 * @param timeline its last entries, the last one first
 * @param escalation Reminder and Emergency
 * @param told what came of what the viewer did last
 */
public record TicketPanel(
        Viewer viewer,
        String csrf,
        String path,
        Shown shown,
        List<ClockLine> clocks,
        Optional<Origin> origin,
        List<Candidate> candidates,
        Optional<NotesView> notes,
        List<TimelineLine> timeline,
        EscalationPanel escalation,
        Told told) {

    /** Copies the lists. */
    public TicketPanel {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(csrf, "csrf");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(shown, "shown");
        clocks = List.copyOf(clocks);
        Objects.requireNonNull(origin, "origin");
        candidates = List.copyOf(candidates);
        Objects.requireNonNull(notes, "notes");
        timeline = List.copyOf(timeline);
        Objects.requireNonNull(escalation, "escalation");
        Objects.requireNonNull(told, "told");
    }

    /**
     * A service group to which the page leads back.
     *
     * @param name its heading
     * @param path its address
     */
    public record Origin(String name, String path) {

        /** Refuses null. */
        public Origin {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(path, "path");
        }
    }

    /**
     * What came of a form.
     *
     * @param note the end of the key of a text for all of it, if nothing was done
     * @param problem what is wrong in one of the form's fields, if anything is
     * @param entered what stands in the form's fields, by name
     */
    public record Told(Optional<String> note, Optional<Problem> problem, Map<String, String> entered) {

        /** Nothing was done. */
        public static final Told NOTHING = new Told(Optional.empty(), Optional.empty(), Map.of());

        /** Copies the map. */
        public Told {
            Objects.requireNonNull(note, "note");
            Objects.requireNonNull(problem, "problem");
            entered = Map.copyOf(entered);
        }

        /** Whether {@code field} belongs to the form that was sent. */
        public boolean concerns(String field) {
            return entered.containsKey(field);
        }

        /** What stands in {@code field}. */
        public String entered(String field) {
            return entered.getOrDefault(field, "");
        }

        /** Whether something is wrong in {@code field}. */
        public boolean isWrong(String field) {
            return problem.filter(found -> found.field().equals(field)).isPresent();
        }
    }

    /**
     * Something wrong in a field.
     *
     * @param field its name
     * @param key the end of the key of the text that says what
     */
    public record Problem(String field, String key) {

        /** Refuses null. */
        public Problem {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(key, "key");
        }
    }

    /** The ticket. */
    public Ticket ticket() {
        return shown.ticket();
    }

    /** Whether the viewer can do {@code action} now. */
    public boolean can(Action action) {
        return shown.possible().contains(action);
    }

    /** Whether the viewer can do any of those things that stand beside the facts. */
    public boolean canAct() {
        return shown.possible().stream().anyMatch(action -> switch (action) {
            case START, AWAIT_CUSTOMER, RESUME, RESOLVE, REASSIGN, CHANGE_SEVERITY -> true;
            case REOPEN -> isOfTeam();
            case CONFIRM, RATE, HAND_OVER -> false;
        });
    }

    /** Whether the viewer can declare an Emergency. */
    public boolean canDeclare() {
        return escalation.isCustomer() && !isClosed() && escalation.active().isEmpty();
    }

    /** Whether the viewer is one of the service team. */
    public boolean isOfTeam() {
        return shown.side() == Side.SERVICE_TEAM;
    }

    /** Whether nobody writes in the ticket's group. */
    public boolean isClosed() {
        return ticket().state() == TicketState.CLOSED;
    }

    /** Whether what somebody writes may change the ticket. */
    public boolean heedsWords() {
        return ticket().state() == TicketState.NEW || ticket().state() == TicketState.WAITING_FOR_CUSTOMER;
    }

    /** The class of the state's tag. */
    public String stateClass() {
        return StateLook.classOf(ticket().state());
    }

    /** The state in words. */
    public String state() {
        return StateLook.say(viewer.texts(), ticket().state(), shown.side());
    }

    /** The severity in words. */
    public String severity() {
        return say(ticket().severity());
    }

    /** {@code severity} in words. */
    public String say(Severity severity) {
        return StateLook.say(viewer.texts(), severity.name());
    }

    /** The product, or that nobody knows. */
    public String product() {
        return ticket().product().map(Product::name).orElseGet(() -> viewer.texts()
                .say("ticket.noProduct"));
    }

    /** Who opened it. */
    public String opener() {
        return shown.opener().map(person -> person.name().value()).orElse("?");
    }

    /** Whose it is on the customer's side, if not who opened it. */
    public Optional<String> owner() {
        return ticket().owner().equals(ticket().opener())
                ? Optional.empty()
                : Optional.of(shown.owner().map(person -> person.name().value()).orElse("?"));
    }

    /** Who has it. */
    public Optional<PersonView> engineer() {
        return shown.engineer().map(person -> PersonView.of(person, Side.SERVICE_TEAM));
    }

    /** Until when whoever has it is on duty, in words. */
    public String duty() {
        return shown.onDutyUntil().map(this::untilDuty).orElseGet(() -> viewer.texts()
                .say("ticket.offDuty"));
    }

    /** {@code candidate} as one of a list. */
    public String name(Candidate candidate) {
        String name = candidate.person().name().value();
        return candidate
                .onDutyUntil()
                .map(until -> name + " · " + untilDuty(until))
                .orElse(name);
    }

    private String untilDuty(Instant until) {
        return viewer.texts().say("ticket.onDuty", "time", viewer.times().moment(until));
    }

    /** Whether {@code person} has the ticket. */
    public boolean has(Person person) {
        return ticket().engineer().filter(person.id()::equals).isPresent();
    }

    /** What was done about it; empty while it is open. */
    public String resolution() {
        return ticket().resolution().map(done -> done.text()).orElse("");
    }

    /** What came of the last action, in words. */
    public Optional<String> note() {
        return told.note().map(key -> viewer.texts()
                .say("ticket.note." + key, "why", escalation.reminderWhyNot())
                .strip());
    }

    /** What is wrong in {@code field}, in words. */
    public Optional<String> problem(String field) {
        return told.problem().filter(found -> found.field().equals(field)).map(found -> viewer.texts()
                .say("ticket.problem." + found.key()));
    }
}
