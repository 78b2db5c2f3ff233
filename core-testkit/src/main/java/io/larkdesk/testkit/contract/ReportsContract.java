package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.clock.Alert;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.Target;
import io.larkdesk.core.clock.TicketClock;
import io.larkdesk.core.clock.TicketPromise;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.Reminder;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.report.MonthFigures;
import io.larkdesk.core.report.Promises;
import io.larkdesk.core.report.Ratings;
import io.larkdesk.core.report.Spread;
import io.larkdesk.core.shared.ChainHash;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.Rating;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TicketTimes;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.ticket.Title;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.report.Reports}. */
public abstract class ReportsContract extends StoresContract {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Instant BEGAN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant ENDS = Instant.parse("2026-04-01T00:00:00Z");

    private static final EscalationPolicy POLICY = new EscalationPolicy(
            List.of(new EscalationPolicy.Step(StaffRole.ENGINEER, Duration.ofMinutes(5))),
            Optional.empty(),
            Duration.ofMinutes(30));

    private Tenant acme;
    private Person ann;
    private Person eva;
    private ServiceGroup group;

    /** Made for subclasses. */
    protected ReportsContract() {}

    @BeforeEach
    void bindGroup() {
        acme = scene().customer("Acme");
        ann = scene().person(acme, "Ann");
        eva = scene().staff(scene().provider("Alder Cloud"), "Eva", StaffRole.ENGINEER);
        group = scene().group(acme);
    }

    private List<MonthFigures> list(YearMonth first, YearMonth last) {
        return stores().reports().list(List.of(acme.id()), first, last);
    }

    private MonthFigures march() {
        return list(MARCH, MARCH).get(0);
    }

    private GroupId open(ServiceGroup from, Instant at, Optional<Duration> resolution, Optional<Integer> stars) {
        Ticket blank = scene().ticket(from, scene().person(from.id().tenant(), "Opener", Optional.empty()));
        Optional<Instant> resolvedAt = resolution.map(at::plus);
        stores().tickets()
                .save(new Ticket(
                        blank.id(),
                        blank.openedFrom(),
                        blank.number(),
                        Title.parse("Disk is full"),
                        Description.NONE,
                        Optional.empty(),
                        Severity.NORMAL,
                        resolvedAt.isPresent() ? TicketState.RESOLVED : TicketState.IN_PROGRESS,
                        blank.opener(),
                        blank.clientId(),
                        Optional.empty(),
                        2,
                        new TicketTimes(at, at, at, resolvedAt, Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        stars.map(number -> new Rating(number, ""))));
        return blank.id();
    }

    private void say(GroupId ticket, Person author, Instant at) {
        stores().messages().append(ticket, at, scene().words(author, "well"));
    }

    @Test
    void nothingIsToldOfMonthsInWhichNothingHappened() {
        open(group, BEGAN.minusMillis(1), Optional.empty(), Optional.empty());
        open(group, ENDS, Optional.empty(), Optional.empty());
        open(scene().group(scene().customer("Other")), BEGAN, Optional.empty(), Optional.empty());

        assertThat(list(MARCH, MARCH)).isEmpty();
        assertThat(list(MARCH.minusMonths(1), MARCH.plusMonths(1)))
                .extracting(MonthFigures::month)
                .containsExactlyInAnyOrder(MARCH.minusMonths(1), MARCH.plusMonths(1));
        assertThat(stores().reports().list(List.<TenantId>of(), MARCH, MARCH)).isEmpty();
    }

    @Test
    void repliesAndSolutionsCountForTheMonthInWhichTheTicketWasOpened() {
        for (int minutes = 1; minutes <= 10; minutes++) {
            GroupId ticket = open(
                    group,
                    BEGAN.plusSeconds(minutes),
                    Optional.of(Duration.ofDays(minutes * 10L)),
                    Optional.of(1 + minutes % 5));
            Instant at = BEGAN.plusSeconds(minutes);
            say(ticket, ann, at.plusSeconds(1));
            say(ticket, eva, at.plusSeconds(minutes * 60L));
            say(ticket, eva, at.plusSeconds(minutes * 600L));
        }
        open(group, ENDS.minusMillis(1), Optional.empty(), Optional.empty());

        assertThat(march())
                .isEqualTo(new MonthFigures(
                        acme.id(),
                        MARCH,
                        11,
                        new Spread(10, Duration.ofMinutes(5), Duration.ofMinutes(9)),
                        new Spread(10, Duration.ofDays(50), Duration.ofDays(90)),
                        Promises.NONE,
                        Promises.NONE,
                        new Ratings(List.of(2, 2, 2, 2, 2)),
                        0,
                        Spread.NOTHING,
                        0));
    }

    @Test
    void whatIsKnownOfPromisesCountsAsKeptOrBroken() {
        promise(Optional.of(Duration.ofMinutes(4)), Optional.of(Duration.ofHours(1)), Set.of());
        promise(Optional.of(Duration.ofMinutes(5)), Optional.empty(), Set.of(Alert.RESPONSE_BROKEN));
        promise(Optional.empty(), Optional.empty(), Set.of(Alert.RESPONSE_BROKEN, Alert.RESOLUTION_SOON));
        promise(Optional.empty(), Optional.empty(), Set.of(Alert.RESPONSE_SOON));
        promise(Optional.of(Duration.ZERO), Optional.of(Duration.ZERO), Set.of());
        open(group, BEGAN, Optional.empty(), Optional.empty());

        assertThat(march().replyPromises()).isEqualTo(new Promises(2, 2));
        assertThat(march().resolutionPromises()).isEqualTo(new Promises(1, 1));
    }

    /** A ticket that was to be answered within 5 minutes and resolved within an hour, of working time. */
    private void promise(Optional<Duration> responded, Optional<Duration> resolved, Set<Alert> told) {
        stores().clocks()
                .save(new TicketClock(
                        open(group, BEGAN, Optional.empty(), Optional.empty()),
                        new TicketPromise(
                                Severity.NORMAL,
                                new CalendarName("Office"),
                                new Target(Optional.of(Duration.ofMinutes(5)), Optional.of(Duration.ofHours(1))),
                                75),
                        Duration.ZERO,
                        Optional.empty(),
                        responded,
                        resolved,
                        told,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void emergenciesAndRemindersCountInTheirOwnMonth() {
        GroupId ticket = open(group, BEGAN.minusSeconds(9), Optional.empty(), Optional.empty());
        declare(ticket, 1, BEGAN, Optional.of(BEGAN.plusSeconds(60)));
        acknowledge(ticket, 1, BEGAN.plusSeconds(20));
        declare(ticket, 2, BEGAN.plusSeconds(100), Optional.of(BEGAN.plusSeconds(200)));
        declare(ticket, 3, BEGAN.plusSeconds(300), Optional.empty());
        acknowledge(ticket, 2, BEGAN.plusSeconds(340));
        declare(open(group, ENDS, Optional.empty(), Optional.empty()), 4, ENDS, Optional.empty());
        press(ticket, 1, BEGAN.minusMillis(1));
        press(ticket, 2, BEGAN);
        press(ticket, 3, ENDS.minusMillis(1));

        assertThat(march())
                .isEqualTo(new MonthFigures(
                        acme.id(),
                        MARCH,
                        0,
                        Spread.NOTHING,
                        Spread.NOTHING,
                        Promises.NONE,
                        Promises.NONE,
                        Ratings.NONE,
                        3,
                        new Spread(2, Duration.ofSeconds(20), Duration.ofSeconds(40)),
                        2));
    }

    private void declare(GroupId ticket, int number, Instant at, Optional<Instant> endedAt) {
        Emergency emergency = new Emergency(
                new EmergencyId(ticket, new UUID(4, number)),
                new Emergency.Declaration(
                        ann.id(), at, Emergency.Reason.DATA_LOSS, "impact", new ClientId(new UUID(5, number))),
                POLICY,
                1,
                0,
                endedAt.<Emergency.State>map(end -> new Emergency.Ended(eva.id(), end, "done"))
                        .orElse(new Emergency.Unanswered(at)),
                Optional.empty());
        stores().emergencies().add(emergency, at);
    }

    private void acknowledge(GroupId ticket, long place, Instant at) {
        inTransaction(now -> {
            stores().timelines().lockEnd(ticket);
            stores().timelines()
                    .append(new TimelineEntry(
                            ticket,
                            place,
                            at,
                            TimelineEntry.Kind.EMERGENCY_ACKNOWLEDGED,
                            Optional.of(eva.id()),
                            Optional.empty(),
                            "",
                            ChainHash.START));
        });
    }

    private void press(GroupId ticket, int number, Instant at) {
        stores().reminders()
                .add(new Reminder(
                        new MessageId(ticket, number),
                        ann.id(),
                        at,
                        new ClientId(new UUID(6, number)),
                        eva.id(),
                        Optional.empty(),
                        new Reminder.Progress(Reminder.Delivery.DELIVERED, Optional.empty(), Optional.empty())));
    }
}
