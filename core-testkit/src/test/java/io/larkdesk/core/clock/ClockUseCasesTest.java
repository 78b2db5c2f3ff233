package io.larkdesk.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.notice.Matter;
import io.larkdesk.core.notice.Notice;
import io.larkdesk.core.notice.TellClocks;
import io.larkdesk.core.notice.TellPerson;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffAdministrators;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.KeepTimeline;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClockUseCasesTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final CalendarName OFFICE = new CalendarName("Office");

    /** Monday, the 9th of March, at nine. */
    private final ManualClock clock = new ManualClock();

    private final Stores stores = new InMemoryDesk(clock);
    private final Scene scene = new Scene(stores, new SeededRandomness(5));
    private final Tenant provider = scene.provider("Alder Cloud");
    private final Tenant acme = scene.customer("Acme");
    private final ServiceGroup group = scene.group(acme);
    private final Person ann = scene.person(acme, "Ann");
    private final Person admin = scene.staff(provider, "Ada", StaffRole.ADMIN);
    private final Person tam = scene.staff(provider, "Tam", StaffRole.TAM);

    private final KeepClock keepClock =
            new KeepClock(stores.transactions(), stores.clocks(), stores.calendars(), tenant -> Optional.of(targets()));
    private final ShowClocks showClocks = new ShowClocks(stores.transactions(), stores.clocks(), stores.calendars());
    private final TellClocks tellClocks = new TellClocks(
            stores.transactions(),
            new ClaimAlerts(stores.transactions(), stores.clocks(), stores.calendars(), stores.tickets()),
            new FindTam(stores.members(), stores.people()),
            new KeepTimeline(stores.transactions(), stores.timelines()),
            new TellPerson(stores.notices(), new SeededRandomness(3)));
    private final ChangeCalendar changeCalendar = new ChangeCalendar(
            stores.transactions(),
            stores.calendars(),
            stores.clocks(),
            new StaffAdministrators(stores.people()),
            new RecordCalendar(Records.audit(stores)));

    ClockUseCasesTest() {
        scene.join(group, ann);
        scene.join(group, tam);
        new OfferCalendars(stores.transactions(), stores.calendars(), new RecordCalendar(Records.audit(stores)))
                .execute(List.of(office("17:00")));
    }

    private static BusinessCalendar office(String until) {
        Hours hours = new Hours(LocalTime.of(9, 0), LocalTime.parse(until));
        return new BusinessCalendar(
                OFFICE,
                ZoneOffset.UTC,
                Map.of(DayOfWeek.MONDAY, List.of(hours), DayOfWeek.TUESDAY, List.of(hours)),
                List.of());
    }

    private static ServiceTargets targets() {
        return new ServiceTargets(
                OFFICE, Map.of(Severity.NORMAL, new Target(Optional.of(HOUR), Optional.of(HOUR.multipliedBy(9)))), 50);
    }

    private Ticket opened() {
        return stores.transactions().inTransaction(now -> {
            Ticket ticket = scene.ticket(group, ann);
            keepClock.execute(ticket);
            return ticket;
        });
    }

    private Reading response(Ticket ticket) {
        return Optional.ofNullable(showClocks.execute(List.of(ticket.id())).get(ticket.id()))
                .flatMap(ShowClocks.Shown::response)
                .orElseThrow();
    }

    private Optional<Instant> resolutionDue(Ticket ticket) {
        return stores.clocks().find(ticket.id()).flatMap(found -> found.due(Goal.RESOLUTION));
    }

    private List<Notice> notices() {
        return stores.transactions().inTransaction(now -> stores.notices().lockDue(now, 9));
    }

    private List<TimelineEntry.Kind> timeline(Ticket ticket) {
        return stores.timelines().listAfter(ticket.id(), 0, 99).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    @Test
    void theTamIsToldOnceBeforeTheAnswerIsDueAndOnceWhenItWas() {
        Ticket ticket = opened();
        Instant due = ManualClock.START.plus(HOUR);
        clock.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(tellClocks.execute()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(response(ticket).state()).isEqualTo(Reading.State.WARNED);

        assertThat(tellClocks.execute().map(ClaimAlerts.Claimed::alerts)).contains(List.of(Alert.RESPONSE_SOON));
        assertThat(tellClocks.execute()).isEmpty();
        assertThat(timeline(ticket)).isEmpty();
        clock.advance(Duration.ofMinutes(30));
        assertThat(tellClocks.execute().map(ClaimAlerts.Claimed::alerts)).contains(List.of(Alert.RESPONSE_BROKEN));
        assertThat(tellClocks.execute()).isEmpty();

        assertThat(timeline(ticket)).containsExactly(TimelineEntry.Kind.RESPONSE_OVERDUE);
        assertThat(notices()).allSatisfy(notice -> assertThat(notice.person()).isEqualTo(tam.id()));
        assertThat(notices())
                .extracting(Notice::matter)
                .containsExactlyInAnyOrder(
                        new Matter.Due(ticket.id(), ticket.number(), Alert.RESPONSE_SOON, Optional.of(due)),
                        new Matter.Due(ticket.id(), ticket.number(), Alert.RESPONSE_BROKEN, Optional.of(due)));
    }

    @Test
    void anotherCalendarChangesWhatIsDue() {
        Ticket ticket = opened();
        assertThat(resolutionDue(ticket)).contains(ManualClock.START.plus(DAY).plus(HOUR));
        assertThat(change(office("18:00"), 1)).isEqualTo(ChangeCalendar.Result.CHANGED);

        assertThat(tellClocks.execute().map(ClaimAlerts.Claimed::alerts)).contains(List.of());
        assertThat(tellClocks.execute()).isEmpty();
        assertThat(resolutionDue(ticket)).contains(ManualClock.START.plus(HOUR.multipliedBy(9)));
    }

    @Test
    void aCalendarIsChangedByAdministratorsWhoSawTheLastOne() {
        assertThat(changeCalendar.execute(new ChangeCalendar.Command(tam.id(), office("18:00"), 1)))
                .isEqualTo(ChangeCalendar.Result.NOT_ALLOWED);
        assertThat(change(office("17:00"), 1)).isEqualTo(ChangeCalendar.Result.THE_SAME);
        assertThat(change(office("18:00"), 1)).isEqualTo(ChangeCalendar.Result.CHANGED);
        assertThat(change(office("19:00"), 1)).isEqualTo(ChangeCalendar.Result.STALE);
        assertThat(change(office("19:00"), 0)).isEqualTo(ChangeCalendar.Result.STALE);
        assertThat(stores.calendars().find(OFFICE)).contains(office("18:00"));
    }

    @Test
    void whatAnOperatorSaysAgainDoesNotUndoWhatPeopleChanged() {
        OfferCalendars offer = new OfferCalendars(
                stores.transactions(), stores.calendars(), new RecordCalendar(Records.audit(stores)));
        assertThat(offer.execute(List.of(office("17:00")))).isFalse();
        assertThat(change(office("18:00"), 1)).isEqualTo(ChangeCalendar.Result.CHANGED);
        assertThat(offer.execute(List.of(office("17:00")))).isFalse();
        assertThat(stores.calendars().find(OFFICE)).contains(office("18:00"));
        assertThat(offer.execute(List.of(office("16:00")))).isTrue();
        assertThat(stores.calendars().find(OFFICE)).contains(office("16:00"));
        assertThat(offer.execute(List.of())).isFalse();
        assertThat(stores.calendars().find(OFFICE)).contains(office("16:00"));
    }

    @Test
    void aTicketThatWasOpenedBeforeAnythingWasPromisedHasNoClock() {
        Ticket ticket = scene.ticket(group, ann);
        clock.advance(Duration.ofMillis(1));
        assertThat(keepClock.execute(ticket)).isEmpty();
        assertThat(showClocks.execute(List.of(ticket.id()))).isEmpty();
    }

    private ChangeCalendar.Result change(BusinessCalendar calendar, long seen) {
        return changeCalendar.execute(new ChangeCalendar.Command(admin.id(), calendar, seen));
    }
}
