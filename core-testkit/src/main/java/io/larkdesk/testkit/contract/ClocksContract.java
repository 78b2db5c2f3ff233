package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.clock.Alert;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.Target;
import io.larkdesk.core.clock.TicketClock;
import io.larkdesk.core.clock.TicketPromise;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.clock.Clocks}. */
public abstract class ClocksContract extends StoresContract {

    private static final Instant DUE = Instant.parse("2026-03-01T08:00:00Z");
    private static final CalendarName OFFICE = new CalendarName("Office");
    private static final TenantId ACME = new TenantId(new UUID(1, 1));
    private static final GroupId FIRST = new GroupId(ACME, new UUID(2, 1));
    private static final GroupId SECOND = new GroupId(ACME, new UUID(2, 2));

    /** Made for subclasses. */
    protected ClocksContract() {}

    private static TicketClock running(GroupId ticket, Optional<Instant> alertAt) {
        return new TicketClock(
                ticket,
                new TicketPromise(
                        Severity.HIGH,
                        OFFICE,
                        new Target(Optional.of(Duration.ofMinutes(5)), Optional.of(Duration.ofHours(1))),
                        75),
                Duration.ofMillis(77),
                Optional.of(DUE.minusSeconds(60)),
                Optional.of(Duration.ZERO),
                Optional.empty(),
                Set.of(Alert.RESPONSE_SOON, Alert.RESPONSE_BROKEN),
                Optional.of(DUE),
                Optional.of(DUE.plusSeconds(1)),
                alertAt);
    }

    private static TicketClock over(GroupId ticket) {
        return new TicketClock(
                ticket,
                new TicketPromise(Severity.LOW, OFFICE, Target.NONE, 1),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofDays(3)),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aClockIsFoundAsItWasStoredLast() {
        assertThat(stores().clocks().find(FIRST)).isEmpty();
        stores().clocks().save(running(FIRST, Optional.of(DUE)));
        stores().clocks().save(running(SECOND, Optional.empty()));
        assertThat(stores().clocks().find(FIRST)).contains(running(FIRST, Optional.of(DUE)));
        stores().clocks().save(over(FIRST));
        assertThat(stores().clocks().find(FIRST)).contains(over(FIRST));
        assertThat(stores().clocks().listAll(List.of(FIRST, SECOND, new GroupId(ACME, new UUID(9, 9)))))
                .containsExactlyInAnyOrder(over(FIRST), running(SECOND, Optional.empty()));
        assertThat(stores().clocks().listAll(List.of())).isEmpty();
    }

    @Test
    void thoseWithSomethingToTellAreListedFromTheirInstantOnTheLongestDueFirst() {
        stores().clocks().save(running(FIRST, Optional.of(DUE.plusMillis(1))));
        stores().clocks().save(running(SECOND, Optional.of(DUE)));
        stores().clocks().save(over(new GroupId(ACME, new UUID(2, 3))));
        assertThat(stores().clocks().listAlerting(DUE.minusMillis(1), 9)).isEmpty();
        assertThat(stores().clocks().listAlerting(DUE, 9))
                .extracting(TicketClock::ticket)
                .containsExactly(SECOND);
        assertThat(stores().clocks().listAlerting(DUE.plusMillis(1), 9))
                .extracting(TicketClock::ticket)
                .containsExactly(SECOND, FIRST);
        assertThat(stores().clocks().listAlerting(DUE.plusMillis(1), 1)).hasSize(1);
    }

    @Test
    void thoseThatRunByACalendarAreWokenAndNoOthers() {
        stores().clocks().save(running(FIRST, Optional.empty()));
        stores().clocks().save(over(SECOND));
        stores().clocks().wake(new CalendarName("Other"), DUE);
        assertThat(stores().clocks().listAlerting(DUE, 9)).isEmpty();
        stores().clocks().wake(OFFICE, DUE);
        assertThat(stores().clocks().listAlerting(DUE, 9)).containsExactly(running(FIRST, Optional.of(DUE)));
    }
}
