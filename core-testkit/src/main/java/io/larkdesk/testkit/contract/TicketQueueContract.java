package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.clock.Alert;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.Goal;
import io.larkdesk.core.clock.Target;
import io.larkdesk.core.clock.TicketClock;
import io.larkdesk.core.clock.TicketPromise;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.queue.QueueQuery;
import io.larkdesk.core.queue.QueueQuery.Assignee;
import io.larkdesk.core.queue.QueueQuery.Place;
import io.larkdesk.core.queue.QueueQuery.Whose;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TicketTimes;
import io.larkdesk.core.ticket.TicketWords;
import io.larkdesk.core.ticket.Title;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The promises of {@link io.larkdesk.core.queue.TicketQueue}. */
public abstract class TicketQueueContract extends StoresContract {

    private static final int ALL = 1_000;

    private final List<Ticket> saved = new ArrayList<>();
    private Instant start;
    private Tenant acme;
    private Tenant other;
    private Person ann;
    private Person eva;
    private Person eli;

    /** Made for subclasses. */
    protected TicketQueueContract() {}

    /** Tickets of two customers, one of whom Eva serves, in every state, waiting or not, hers or not, some of them at the same instant. */
    @BeforeEach
    void openTickets() {
        start = present();
        Tenant provider = scene().provider("Alder Cloud");
        acme = scene().customer("Acme");
        other = scene().customer("Other");
        ann = scene().person(acme, "Ann");
        eva = scene().staff(provider, "Eva", StaffRole.ENGINEER);
        eli = scene().staff(provider, "Eli", StaffRole.ENGINEER);
        ServiceGroup served = scene().group(acme);
        scene().join(served, eva, start);
        ServiceGroup unserved = scene().group(other);
        scene().leave(scene().join(unserved, eva, start.minusSeconds(9)));
        int moment = 0;
        for (TicketState state : TicketState.values()) {
            for (boolean waits : new boolean[] {true, false}) {
                for (ServiceGroup group : List.of(served, unserved)) {
                    for (Optional<Person> engineer :
                            List.of(Optional.of(eva), Optional.of(eli), Optional.<Person>empty())) {
                        moment++;
                        save(group, state, waits, engineer.map(Person::id), start.minusSeconds(moment * 7 % 13));
                    }
                }
            }
        }
    }

    private void save(ServiceGroup group, TicketState state, boolean waits, Optional<PersonId> engineer, Instant at) {
        TicketNumber number = stores().tickets().nextNumber();
        boolean isDone = state == TicketState.RESOLVED || state == TicketState.CLOSED;
        Ticket ticket = new Ticket(
                new GroupId(group.id().tenant(), new UUID(1, number.value())),
                group.id(),
                number,
                Title.parse("Disk " + number.value() % 3 + " is full"),
                Description.parse("secret"),
                Optional.empty(),
                Severity.NORMAL,
                state,
                new PersonId(group.id().tenant(), ann.id().value()),
                new ClientId(new UUID(2, number.value())),
                engineer,
                1,
                new TicketTimes(
                        at.minusSeconds(60),
                        at,
                        at,
                        isDone ? Optional.of(at) : Optional.empty(),
                        state == TicketState.CLOSED ? Optional.of(at) : Optional.empty(),
                        waits && state != TicketState.CLOSED ? Optional.of(at.minusSeconds(3)) : Optional.empty()),
                Optional.empty(),
                Optional.empty());
        stores().tickets().save(ticket);
        saved.add(ticket);
    }

    private List<Ticket> list(QueueQuery query) {
        return stores().ticketQueue().list(query, ALL);
    }

    private List<Ticket> expected(Whose whose) {
        return saved.stream()
                .filter(ticket -> ticket.state() != TicketState.CLOSED)
                .filter(ticket -> switch (whose) {
                    case MINE -> ticket.engineer().equals(Optional.of(eva.id()));
                    case SERVED -> ticket.id().tenant().equals(acme.id());
                    case ALL -> true;
                })
                .sorted(Comparator.<Ticket, Boolean>comparing(
                                ticket -> ticket.times().waitingSince().isEmpty())
                        .thenComparing(ticket -> ticket.times()
                                .waitingSince()
                                .orElse(ticket.times().activeAt()))
                        .thenComparing(Ticket::number))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Whose.class)
    void thoseWhoseCustomersWaitComeFirstTheLongestWaitingFirst(Whose whose) {
        QueueQuery query = QueueQuery.of(whose, eva.id());
        assertThat(list(query)).isEqualTo(expected(whose));
        assertThat(stores().ticketQueue().count(query, ALL))
                .isEqualTo(expected(whose).size());
        assertThat(stores().ticketQueue().count(query, 2)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Whose.class)
    void itIsOneSidesTurnWithEach(Whose whose) {
        QueueQuery query = QueueQuery.of(whose, eva.id());
        for (Side side : Side.values()) {
            assertThat(list(query.onTurn(side)))
                    .isNotEmpty()
                    .isEqualTo(expected(whose).stream()
                            .filter(ticket -> ticket.turn().equals(Optional.of(side)))
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Whose.class)
    void pageByPageEachComesOnce(Whose whose) {
        QueueQuery query = QueueQuery.of(whose, eva.id()).onTurn(Side.SERVICE_TEAM);
        List<Ticket> pages = new ArrayList<>();
        Optional<Place> place = Optional.empty();
        List<Ticket> page = stores().ticketQueue().list(query, 3);
        while (!page.isEmpty()) {
            pages.addAll(page);
            place = Place.parse(Place.of(page.get(page.size() - 1)).toString());
            assertThat(place).isPresent();
            page = stores().ticketQueue().list(query.from(place), 3);
        }
        assertThat(pages).isEqualTo(list(query));
    }

    @Test
    void onlyWhatIsAskedForIsListed() {
        QueueQuery all = QueueQuery.of(Whose.ALL, eva.id());
        List<Ticket> expected = expected(Whose.ALL);
        assertThat(list(all.ofCustomer(Optional.of(other.id()))))
                .isNotEmpty()
                .isEqualTo(expected.stream()
                        .filter(ticket -> ticket.id().tenant().equals(other.id()))
                        .toList());
        assertThat(list(all.foundBy(TicketWords.of("disk 2"))))
                .isNotEmpty()
                .isEqualTo(expected.stream()
                        .filter(ticket -> ticket.number().value() % 3 == 2)
                        .toList());
        Ticket some = expected.get(4);
        assertThat(list(all.foundBy(TicketWords.of(some.number().toString())))).containsExactly(some);
        assertThat(list(all.foundBy(TicketWords.of("secret")))).isEmpty();
        assertThat(list(all.foundBy(TicketWords.of("?!")))).isEmpty();
        assertThat(list(all.only(Set.of(some.id(), new GroupId(acme.id(), new UUID(9, 9))))))
                .containsExactly(some);
        assertThat(list(all.only(Set.of()))).isEmpty();
    }

    @Test
    void thoseInSomebodysHandsOrNobodysAreListedAlone() {
        QueueQuery all = QueueQuery.of(Whose.ALL, eva.id());
        assertThat(list(all.assignedTo(Optional.of(new Assignee(Optional.of(eli.id()))))))
                .isNotEmpty()
                .isEqualTo(expected(Whose.ALL).stream()
                        .filter(ticket -> ticket.engineer().equals(Optional.of(eli.id())))
                        .toList());
        assertThat(list(all.assignedTo(Optional.of(new Assignee(Optional.empty())))))
                .isNotEmpty()
                .isEqualTo(expected(Whose.ALL).stream()
                        .filter(ticket -> ticket.engineer().isEmpty())
                        .toList());
    }

    @Test
    void thoseAtRiskAreThoseThatAreToldOfWhileTheirClockRuns() {
        List<Ticket> expected = expected(Whose.ALL);
        tellOf(expected.get(1), Goal.RESPONSE, Set.of(Alert.RESPONSE_SOON));
        tellOf(expected.get(2), Goal.RESPONSE, Set.of(Alert.RESOLUTION_SOON));
        tellOf(expected.get(3), Goal.RESOLUTION, Set.of(Alert.RESOLUTION_SOON, Alert.RESOLUTION_BROKEN));
        tellOf(expected.get(4), Goal.RESOLUTION, Set.of());
        tellOf(expected.get(5), Goal.RESOLUTION, Set.of(Alert.RESPONSE_BROKEN));
        assertThat(list(QueueQuery.of(Whose.ALL, eva.id()).atRisk(true)))
                .containsExactly(expected.get(1), expected.get(3));
    }

    /** The clock of {@code goal} runs, that of the other does not. */
    private void tellOf(Ticket ticket, Goal goal, Set<Alert> told) {
        stores().clocks()
                .save(new TicketClock(
                        ticket.id(),
                        new TicketPromise(
                                ticket.severity(),
                                new CalendarName("Office"),
                                new Target(Optional.of(Duration.ofMinutes(5)), Optional.of(Duration.ofHours(1))),
                                75),
                        Duration.ZERO,
                        Optional.of(start),
                        Optional.empty(),
                        Optional.empty(),
                        told,
                        Optional.of(start).filter(at -> goal == Goal.RESPONSE),
                        Optional.of(start).filter(at -> goal == Goal.RESOLUTION),
                        Optional.empty()));
    }

    @Test
    void customersAreThoseWhomTheAskerServesOrAll() {
        assertThat(stores().ticketQueue().listCustomers(QueueQuery.of(Whose.SERVED, eva.id()), ALL))
                .containsExactly(acme.id());
        assertThat(stores().ticketQueue().listCustomers(QueueQuery.of(Whose.ALL, eva.id()), ALL))
                .containsExactlyInAnyOrder(acme.id(), other.id());
        assertThat(stores().ticketQueue().listCustomers(QueueQuery.of(Whose.ALL, eva.id()), 1))
                .hasSize(1);
        assertThat(stores().ticketQueue().listCustomers(QueueQuery.of(Whose.SERVED, eli.id()), ALL))
                .isEmpty();
    }
}
