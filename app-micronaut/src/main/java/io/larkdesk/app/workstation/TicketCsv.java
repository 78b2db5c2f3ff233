package io.larkdesk.app.workstation;

import io.larkdesk.app.page.Csv;
import io.larkdesk.app.page.StateLook;
import io.larkdesk.app.page.Texts;
import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.escalation.ShowWorkstation.Workstation;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.ListTickets.Entry;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Ticket;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tickets as comma-separated values (RFC 4180), in the reader's words and zone, for a spreadsheet. */
final class TicketCsv {

    private final Viewer viewer;
    private final PersonId reader;

    TicketCsv(Viewer viewer, PersonId reader) {
        this.viewer = viewer;
        this.reader = reader;
    }

    /** What stands above the columns. */
    String head() {
        return Csv.head(Stream.of(
                        "csv.number",
                        "csv.title",
                        "product",
                        "status",
                        "csv.emergency",
                        "severity",
                        "engineer",
                        "csv.opener",
                        "csv.openedAt",
                        "csv.activeAt",
                        "csv.resolvedAt",
                        "csv.closedAt",
                        "csv.stars")
                .map(column -> texts().say("workstation." + column))
                .toList());
    }

    /** A line for each ticket. */
    String rows(Workstation page) {
        Map<PersonId, Person> people =
                page.listed().people().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return Csv.rows(page.listed().entries().stream()
                .map(Entry::ticket)
                .map(ticket -> row(ticket, people, page.emergencies().contains(ticket.number())))
                .toList());
    }

    private List<String> row(Ticket ticket, Map<PersonId, Person> people, boolean isEmergency) {
        return List.of(
                Long.toString(ticket.number().value()),
                ticket.title().text(),
                ticket.product().map(Product::name).orElse(""),
                StateLook.say(texts(), ticket.state(), Side.of(reader, ticket.id())),
                isEmergency ? texts().say("workstation.csv.yes") : "",
                StateLook.say(texts(), ticket.severity().name()),
                ticket.engineer().map(engineer -> name(people, engineer)).orElse(""),
                name(people, ticket.opener()),
                time(Optional.of(ticket.times().openedAt())),
                time(Optional.of(ticket.times().activeAt())),
                time(ticket.times().resolvedAt()),
                time(ticket.times().closedAt()),
                ticket.rating().map(rating -> Integer.toString(rating.stars())).orElse(""));
    }

    private Texts texts() {
        return viewer.texts();
    }

    private static String name(Map<PersonId, Person> people, PersonId id) {
        return Optional.ofNullable(people.get(id))
                .map(person -> person.name().value())
                .orElse("?");
    }

    private String time(Optional<Instant> at) {
        return at.map(instant -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(viewer.zone())))
                .orElse("");
    }
}
