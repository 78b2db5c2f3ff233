package io.larkdesk.app.page;

import io.larkdesk.core.clock.Goal;
import io.larkdesk.core.clock.Reading;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.ChainHash;
import io.larkdesk.core.ticket.Action;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.ListCandidates.Candidate;
import io.larkdesk.core.ticket.Note;
import io.larkdesk.core.ticket.NoteText;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Rating;
import io.larkdesk.core.ticket.Resolution;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.ShowTicket.Shown;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketPolicy;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TicketTimes;
import io.larkdesk.core.ticket.TimelineChain;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.ticket.Title;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The ticket that Mei opened from the samples' group, which Wei has. */
public final class TicketSamples {

    /** The ticket's group. */
    public static final GroupId TICKET = new GroupId(Samples.GROUP.tenant(), Samples.id("#1042"));

    private static final Instant OPENED = Instant.parse("2026-11-24T05:48:00Z");
    private static final Instant LATER = OPENED.plusSeconds(300);

    private TicketSamples() {}

    private static Person person(PersonView view, Optional<StaffRole> role) {
        return new Person(
                Samples.personId(view),
                new OpenId("ou_" + view.id()),
                PersonName.of(view.name()),
                Optional.empty(),
                Optional.empty(),
                Language.EN,
                role);
    }

    /** The ticket in {@code state}. */
    public static Ticket ticket(TicketState state) {
        boolean done = !state.isOpen();
        return new Ticket(
                TICKET,
                Samples.GROUP,
                new TicketNumber(1042),
                Title.parse("Checkout writes time out on <pg-prod-3>"),
                Description.parse("Since 13:40 every write from checkout waits.\nReads are <b>fine</b>."),
                Optional.of(new Product("Managed PostgreSQL")),
                Severity.HIGH,
                state,
                Samples.personId(Samples.MEI),
                new ClientId(Samples.id("client")),
                Optional.of(Samples.personId(Samples.WEI)),
                3,
                new TicketTimes(
                        OPENED,
                        LATER,
                        LATER,
                        done ? Optional.of(LATER) : Optional.empty(),
                        state == TicketState.CLOSED ? Optional.of(LATER) : Optional.empty(),
                        Optional.empty()),
                done ? Optional.of(Resolution.parse("Ended the transaction of batch-07.")) : Optional.empty(),
                Optional.empty());
    }

    /** The ticket while Wei works on it. */
    public static Ticket inProgress() {
        return ticket(TicketState.IN_PROGRESS);
    }

    /** What happened to it, chained. */
    public static List<TimelineEntry> timeline() {
        List<TimelineEntry> entries = new ArrayList<>();
        Optional<PersonId> mei = Optional.of(Samples.personId(Samples.MEI));
        Optional<PersonId> wei = Optional.of(Samples.personId(Samples.WEI));
        add(entries, OPENED, TimelineEntry.Kind.CREATED, mei, Optional.empty(), "HIGH");
        add(entries, OPENED, TimelineEntry.Kind.ASSIGNED, Optional.empty(), wei, "ON_DUTY");
        add(entries, LATER, TimelineEntry.Kind.FIRST_REPLY, wei, Optional.empty(), "");
        add(entries, LATER, TimelineEntry.Kind.RATED, mei, Optional.empty(), "5 quick");
        return entries;
    }

    private static void add(
            List<TimelineEntry> entries,
            Instant at,
            TimelineEntry.Kind kind,
            Optional<PersonId> by,
            Optional<PersonId> about,
            String words) {
        ChainHash before = entries.isEmpty()
                ? ChainHash.START
                : entries.get(entries.size() - 1).hash();
        TimelineEntry draft =
                new TimelineEntry(TICKET, entries.size() + 1L, at, kind, by, about, words, ChainHash.START);
        entries.add(new TimelineEntry(
                TICKET, draft.place(), at, kind, by, about, words, TimelineChain.hash(before, draft)));
    }

    private static Reading reading(Goal goal, Reading.State state) {
        return new Reading(
                goal,
                state,
                Duration.ofMinutes(190),
                Duration.ofHours(4),
                state.isOver() ? Optional.empty() : Optional.of(Samples.NOW.plusSeconds(3_000)));
    }

    /** The panel of {@code ticket} as people on {@code side} see it. */
    static TicketPanel panel(Viewer viewer, Ticket ticket, Side side, TicketPanel.Told told) {
        Person wei = person(Samples.WEI, Optional.of(StaffRole.ENGINEER));
        Person mei = person(Samples.MEI, Optional.empty());
        Person sofia = person(Samples.SOFIA, Optional.of(StaffRole.TAM));
        Optional<Instant> until = Optional.of(Instant.parse("2026-11-24T10:00:00Z"));
        return new TicketPanel(
                viewer,
                "csrf-token",
                "/lark/" + Samples.APP + "/tickets/1042",
                new Shown(
                        ticket,
                        Optional.of(mei),
                        Optional.of(mei),
                        Optional.of(wei),
                        until,
                        side,
                        true,
                        Arrays.stream(Action.values())
                                .filter(action -> action.isFor(side)
                                        && action.isPossible(ticket, Samples.NOW, TicketPolicy.DEFAULT))
                                .collect(Collectors.toSet())),
                List.of(
                        new ClockLine(viewer, reading(Goal.RESPONSE, Reading.State.MET)),
                        new ClockLine(viewer, reading(Goal.RESOLUTION, Reading.State.WARNED))),
                Optional.of(new TicketPanel.Origin("Harbour Retail × Alder Cloud", "/group")),
                side == Side.SERVICE_TEAM
                        ? List.of(new Candidate(wei, until), new Candidate(sofia, Optional.empty()))
                        : List.of(),
                side == Side.SERVICE_TEAM
                        ? Optional.of(new NotesView(List.of(note(ticket, wei)), new UUID(6, 2).toString()))
                        : Optional.empty(),
                timeline().stream()
                        .map(entry -> TimelineLine.of(entry, Map.of(wei.id(), wei, mei.id(), mei), OPENED))
                        .toList(),
                new EscalationPanel(
                        viewer,
                        wei.id(),
                        side == Side.CUSTOMER,
                        side == Side.SERVICE_TEAM,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()),
                told);
    }

    /** The ticket's page, in which nothing was said yet. */
    static GroupPage page(TicketPanel panel) {
        GroupPage group = Samples.groupPage(panel.viewer(), List.of());
        return new GroupPage(
                group.frame(),
                TICKET.toString(),
                "#1042 " + panel.ticket().title(),
                "",
                3,
                group.conversation(),
                Draft.EMPTY,
                Optional.empty(),
                group.largestFile(),
                Optional.of(panel));
    }

    /** {@code ticket} as Mei rated it. */
    static Ticket rated(Ticket ticket) {
        return new Ticket(
                ticket.id(),
                ticket.openedFrom(),
                ticket.number(),
                ticket.title(),
                ticket.description(),
                ticket.product(),
                ticket.severity(),
                ticket.state(),
                ticket.opener(),
                ticket.clientId(),
                ticket.engineer(),
                ticket.version(),
                ticket.times(),
                ticket.resolution(),
                Optional.of(Rating.of(4, "quick <and> kind")));
    }

    private static NotesView.Line note(Ticket ticket, Person author) {
        return new NotesView.Line(
                new Note(
                        ticket.id(),
                        author.id(),
                        new ClientId(new UUID(6, 1)),
                        LATER,
                        NoteText.parse("Looks like batch-07 again, <see> the runbook.")),
                PersonView.of(author, Side.SERVICE_TEAM));
    }
}
