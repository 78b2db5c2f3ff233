package io.larkdesk.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.clock.CalendarArbitraries.Case;
import io.larkdesk.core.clock.Reading.State;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TicketTimes;
import io.larkdesk.core.ticket.Title;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What the clocks of a ticket show is what somebody counts who looks at it each minute. */
class TicketClockProperties {

    private static final TenantId ACME = new TenantId(new UUID(1, 1));
    private static final Duration RESPONSE = Duration.ofMinutes(90);
    private static final Duration RESOLUTION = Duration.ofMinutes(700);

    /** How a ticket stands from some minutes after the last change on. */
    record Turn(int minutes, TicketState state, boolean answered) {}

    @Provide
    Arbitrary<Case> cases() {
        return CalendarArbitraries.cases();
    }

    @Provide
    Arbitrary<Turn> turns() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 900),
                        Arbitraries.of(TicketState.IN_PROGRESS, TicketState.WAITING_FOR_CUSTOMER, TicketState.RESOLVED),
                        Arbitraries.of(true, false))
                .as((minutes, state, answered) ->
                        new Turn(minutes, state, answered || state != TicketState.IN_PROGRESS));
    }

    @Property(tries = 300)
    void theClocksShowWhatTheMinutesAddUpTo(
            @ForAll("cases") Case some,
            @ForAll @Size(max = 6) List<@From("turns") Turn> turns,
            @ForAll @IntRange(max = 2_000) int later) {
        BusinessCalendar calendar = some.calendar();
        Instant at = some.about();
        TicketClock clock = TicketClock.start(ticket(TicketState.NEW, at, false), targets(), name -> calendar, at);
        long used = 0;
        boolean runs = true;
        Optional<Long> responded = Optional.empty();
        Optional<Long> resolved = Optional.empty();
        for (Turn turn : turns) {
            Instant next = at.plus(Duration.ofMinutes(turn.minutes()));
            used += runs ? MinuteModel.worked(calendar, at, next) : 0;
            at = next;
            runs = turn.state() == TicketState.IN_PROGRESS;
            long now = used;
            responded = turn.answered() ? responded.or(() -> Optional.of(now)) : responded;
            resolved = turn.state() == TicketState.RESOLVED ? resolved.or(() -> Optional.of(now)) : Optional.empty();
            clock = clock.follow(
                    ticket(turn.state(), at, turn.answered()), () -> Optional.of(targets()), name -> calendar, at);
        }
        Instant now = at.plus(Duration.ofMinutes(later));
        used += runs ? MinuteModel.worked(calendar, at, now) : 0;

        assertShows(clock, calendar, now, Goal.RESPONSE, responded, used, runs);
        assertShows(clock, calendar, now, Goal.RESOLUTION, resolved, used, runs);
    }

    private static void assertShows(
            TicketClock clock,
            BusinessCalendar calendar,
            Instant now,
            Goal goal,
            Optional<Long> came,
            long used,
            boolean runs) {
        Reading reading = clock.reading(goal, calendar, now).orElseThrow();
        long minutes = came.orElse(used);
        long most = (goal == Goal.RESPONSE ? RESPONSE : RESOLUTION).toMinutes();
        assertThat(reading.used()).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(reading.state()).isEqualTo(state(came.isPresent(), minutes, most, runs));
        assertThat(reading.due().isPresent()).isEqualTo(came.isEmpty() && runs);
        reading.due().ifPresent(due -> assertThat(now.isBefore(due)).isEqualTo(minutes < most));
    }

    private static State state(boolean came, long minutes, long most, boolean runs) {
        if (came) {
            return minutes < most ? State.MET : State.MISSED;
        }
        if (minutes >= most) {
            return State.BROKEN;
        }
        if (!runs) {
            return State.PAUSED;
        }
        return minutes * 100 >= most * 80 ? State.WARNED : State.RUNNING;
    }

    @Property(tries = 300)
    void eachAlertIsGivenOnceAndNotBeforeItsTime(@ForAll("cases") Case some) {
        BusinessCalendar calendar = some.calendar();
        Instant opened = some.about();
        TicketClock clock =
                TicketClock.start(ticket(TicketState.NEW, opened, false), targets(), name -> calendar, opened);
        Set<Alert> given = EnumSet.noneOf(Alert.class);
        while (clock.alertAt().isPresent()) {
            Instant at = clock.alertAt().get();
            assertThat(clock.alerts(calendar, at.minusMillis(1))).isEmpty();
            List<Alert> alerts = clock.alerts(calendar, at);
            assertThat(alerts).isNotEmpty();
            assertThat(given.addAll(alerts)).isTrue();
            clock = clock.told(alerts, calendar);
            assertThat(clock.alerts(calendar, at)).isEmpty();
        }
        assertThat(given).containsExactlyInAnyOrder(Alert.values());
    }

    @Property(tries = 100)
    void whatIsFoundBrokenIsNotWarnedOfAnyMore(@ForAll("cases") Case some) {
        BusinessCalendar calendar = some.calendar();
        Instant opened = some.about();
        TicketClock clock =
                TicketClock.start(ticket(TicketState.NEW, opened, false), targets(), name -> calendar, opened);
        Instant late = calendar.addWorking(opened, RESOLUTION);

        List<Alert> alerts = clock.alerts(calendar, late);
        assertThat(alerts).containsExactly(Alert.RESPONSE_BROKEN, Alert.RESOLUTION_BROKEN);
        assertThat(clock.told(alerts, calendar).alertAt()).isEmpty();
    }

    private static ServiceTargets targets() {
        return new ServiceTargets(
                new CalendarName("Case"),
                Map.of(Severity.NORMAL, new Target(Optional.of(RESPONSE), Optional.of(RESOLUTION))),
                80);
    }

    private static Ticket ticket(TicketState state, Instant now, boolean answered) {
        return ticket(state, Severity.NORMAL, now, answered);
    }

    static Ticket ticket(TicketState state, Severity severity, Instant now, boolean answered) {
        return new Ticket(
                new GroupId(ACME, new UUID(2, 2)),
                new GroupId(ACME, new UUID(2, 1)),
                new TicketNumber(1001),
                Title.parse("It does not work"),
                Description.NONE,
                Optional.empty(),
                severity,
                state,
                new PersonId(ACME, new UUID(3, 1)),
                new ClientId(new UUID(4, 1)),
                Optional.empty(),
                1,
                new TicketTimes(
                        now,
                        now,
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        answered ? Optional.empty() : Optional.of(now)),
                Optional.empty(),
                Optional.empty());
    }
}
