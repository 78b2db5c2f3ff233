package io.larkdesk.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What moves the clock of a ticket, and what does not. It is open day and night; an answer is due in an hour, a severe one in half of that. */
class TicketClockTest {

    private static final BusinessCalendar ALWAYS = BusinessCalendar.ALWAYS;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final ServiceTargets TARGETS = new ServiceTargets(
            ALWAYS.name(),
            Map.of(
                    Severity.NORMAL, new Target(Optional.of(HOUR), Optional.of(HOUR.multipliedBy(10))),
                    Severity.HIGH, new Target(Optional.of(HOUR.dividedBy(2)), Optional.of(HOUR.multipliedBy(2)))),
            80);
    private static final Instant OPENED = Instant.parse("2026-11-24T06:30:00Z");

    private final TicketClock opened = TicketClock.start(
            TicketClockProperties.ticket(TicketState.NEW, Severity.NORMAL, OPENED, false),
            TARGETS,
            name -> ALWAYS,
            OPENED);

    private static TicketClock follow(
            TicketClock clock, TicketState state, Severity severity, boolean answered, int minutes) {
        Instant now = OPENED.plus(Duration.ofMinutes(minutes));
        return clock.follow(
                TicketClockProperties.ticket(state, severity, now, answered),
                () -> Optional.of(TARGETS),
                name -> ALWAYS,
                now);
    }

    private static TicketClock follow(TicketClock clock, TicketState state, boolean answered, int minutes) {
        return follow(clock, state, Severity.NORMAL, answered, minutes);
    }

    @Test
    void whatMeansNothingToItLeavesItAsItIs() {
        assertThat(follow(opened, TicketState.NEW, false, 5)).isSameAs(opened);

        TicketClock answered = follow(opened, TicketState.IN_PROGRESS, true, 10);
        assertThat(follow(answered, TicketState.IN_PROGRESS, true, 20)).isSameAs(answered);
        assertThat(follow(answered, TicketState.IN_PROGRESS, false, 20)).isSameAs(answered);

        TicketClock waiting = follow(answered, TicketState.WAITING_FOR_CUSTOMER, true, 30);
        assertThat(follow(waiting, TicketState.WAITING_FOR_CUSTOMER, true, 40)).isSameAs(waiting);

        TicketClock resolved = follow(waiting, TicketState.RESOLVED, true, 50);
        assertThat(follow(resolved, TicketState.CLOSED, true, 60)).isSameAs(resolved);
    }

    @Test
    void theFirstAnswerCountsAndNoLaterOne() {
        TicketClock answered = follow(opened, TicketState.NEW, true, 10);

        assertThat(answered.responded()).contains(Duration.ofMinutes(10));
        assertThat(answered.responseDue()).isEmpty();
        assertThat(follow(answered, TicketState.RESOLVED, true, 20).responded()).contains(Duration.ofMinutes(10));
    }

    @Test
    void itStandsStillWhileTheCustomerIsWaitedForAlsoWhereItWasResolvedBefore() {
        TicketClock resolved = follow(opened, TicketState.RESOLVED, true, 20);
        assertThat(resolved.resolved()).contains(Duration.ofMinutes(20));

        TicketClock waiting = follow(resolved, TicketState.WAITING_FOR_CUSTOMER, true, 30);

        assertThat(waiting.resolved()).isEmpty();
        assertThat(waiting.runningSince()).isEmpty();
        assertThat(waiting.used()).isEqualTo(Duration.ofMinutes(20));
        assertThat(follow(waiting, TicketState.IN_PROGRESS, true, 100).used()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void anotherSeverityIsPromisedAsThePlanIsNowAndAsItWasWhereThatPromisesNothing() {
        TicketClock high = follow(opened, TicketState.NEW, Severity.HIGH, false, 10);
        assertThat(high.promise()).isEqualTo(TARGETS.promise(Severity.HIGH));
        assertThat(high.responseDue()).contains(OPENED.plus(Duration.ofMinutes(30)));

        TicketClock unpromised = opened.follow(
                TicketClockProperties.ticket(TicketState.NEW, Severity.LOW, OPENED, false),
                Optional::empty,
                name -> ALWAYS,
                OPENED);
        assertThat(unpromised.promise()).isEqualTo(opened.promise());
    }

    @Test
    void whatIsAheadAgainIsToldAgain() {
        Instant late = OPENED.plus(Duration.ofMinutes(100));
        TicketClock high = follow(opened, TicketState.NEW, Severity.HIGH, false, 1);
        List<Alert> alerts = high.alerts(ALWAYS, late);
        assertThat(alerts).containsExactly(Alert.RESPONSE_BROKEN, Alert.RESOLUTION_SOON);

        TicketClock normal = follow(high.told(alerts, ALWAYS), TicketState.NEW, Severity.NORMAL, false, 100);

        assertThat(normal.told()).isEqualTo(EnumSet.of(Alert.RESPONSE_SOON, Alert.RESPONSE_BROKEN));
        assertThat(normal.alertAt()).contains(OPENED.plus(Duration.ofHours(8)));
    }

    @Test
    void whatIsReachedExactlyWasPassed() {
        TicketClock high = follow(opened, TicketState.NEW, Severity.HIGH, false, 1);
        Set<Alert> told = high.told(List.of(Alert.RESPONSE_BROKEN), ALWAYS).told();
        TicketClock broken = high.told(List.of(Alert.RESPONSE_BROKEN), ALWAYS);

        assertThat(follow(broken, TicketState.NEW, Severity.NORMAL, false, 60).told())
                .isEqualTo(told);
        assertThat(follow(broken, TicketState.NEW, Severity.NORMAL, false, 59).told())
                .isEqualTo(EnumSet.of(Alert.RESPONSE_SOON));
    }
}
