package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.KeepTimeline;
import io.larkdesk.core.ticket.KeepTimeline.Happened;
import io.larkdesk.core.ticket.TimelineChain;
import io.larkdesk.core.ticket.TimelineEnd;
import io.larkdesk.core.ticket.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.ticket.Timelines}. */
public abstract class TimelinesContract extends StoresContract {

    private static final int AT_ONCE = 8;

    private Person ann;
    private GroupId ticket;
    private KeepTimeline keep;

    /** Made for subclasses. */
    protected TimelinesContract() {}

    @BeforeEach
    void openTicket() {
        Tenant acme = scene().customer("Acme");
        ann = scene().person(acme, "Ann");
        ticket = scene().ticket(scene().group(acme), ann).id();
        keep = new KeepTimeline(transactions(), stores().timelines());
    }

    @Test
    void entriesAreListedAsTheyWereAppendedAndHoldTogether() {
        List<TimelineEntry> kept = List.of(
                keep(TimelineEntry.Kind.CREATED, Optional.of(ann), Optional.empty(), ""),
                keep(TimelineEntry.Kind.EMERGENCY_PAGED, Optional.empty(), Optional.of(ann), "数据 'x' 🐦\n"),
                keep(TimelineEntry.Kind.RATED, Optional.of(ann), Optional.of(ann), "5"));
        assertThat(stores().timelines().listAfter(ticket, 0, 10)).isEqualTo(kept);
        assertThat(stores().timelines().listAfter(ticket, 1, 1)).containsExactly(kept.get(1));
        assertThat(stores().timelines().listAfter(ticket, 3, 10)).isEmpty();
        TimelineEnd end = stores().timelines().end(ticket);
        assertThat(end).isEqualTo(new TimelineEnd(3, kept.get(2).hash()));
        assertThat(TimelineChain.verify(stores().timelines().listAfter(ticket, 0, 10), end.hash()))
                .isEmpty();
    }

    @Test
    void theFirstEntryOfAKindIsFoundFromAnInstantOn() {
        keep(TimelineEntry.Kind.CREATED, Optional.of(ann), Optional.empty(), "");
        TimelineEntry first = keep(TimelineEntry.Kind.RATED, Optional.of(ann), Optional.empty(), "5");
        keep(TimelineEntry.Kind.RATED, Optional.of(ann), Optional.empty(), "4");
        Instant last = keep(TimelineEntry.Kind.CREATED, Optional.of(ann), Optional.empty(), "")
                .at();
        assertThat(stores().timelines().findFirst(ticket, TimelineEntry.Kind.RATED, first.at()))
                .contains(first);
        assertThat(stores().timelines().findFirst(ticket, TimelineEntry.Kind.RATED, last.plusMillis(1)))
                .isEmpty();
        assertThat(stores().timelines().findFirst(ticket, TimelineEntry.Kind.STARTED, first.at()))
                .isEmpty();
    }

    @Test
    void aTimelineWithoutEntriesBeginsBeforeTheFirst() {
        GroupId elsewhere = new GroupId(scene().customer("Other").id(), ticket.value());
        keep(TimelineEntry.Kind.CREATED, Optional.of(ann), Optional.empty(), "");
        assertThat(stores().timelines().end(elsewhere)).isEqualTo(TimelineEnd.START);
        assertThat(stores().timelines().listAfter(elsewhere, 0, 10)).isEmpty();
        inTransaction(now -> assertThat(stores().timelines().lockEnd(elsewhere)).isEqualTo(TimelineEnd.START));
    }

    @Test
    void noEntryStandsWhereAnotherDoes() {
        TimelineEntry first = keep(TimelineEntry.Kind.CREATED, Optional.of(ann), Optional.empty(), "");
        assertThatThrownBy(() -> stores().timelines().append(first)).isInstanceOf(ConflictException.class);
        assertThat(stores().timelines().listAfter(ticket, 0, 10)).containsExactly(first);
    }

    @Test
    void theEndIsLockedOnlyInsideATransaction() {
        assertThatThrownBy(() -> stores().timelines().lockEnd(ticket)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatManyWriteAtOnceIsOneChain() {
        Together.run(
                AT_ONCE,
                worker -> keep(TimelineEntry.Kind.REMINDER_SENT, Optional.of(ann), Optional.empty(), "" + worker));
        List<TimelineEntry> entries = stores().timelines().listAfter(ticket, 0, 100);
        assertThat(entries).hasSize(AT_ONCE);
        assertThat(TimelineChain.verify(
                        entries, stores().timelines().end(ticket).hash()))
                .isEmpty();
    }

    @Test
    void whatIsRolledBackHasNotHappened() {
        assertThatThrownBy(() -> inTransaction(now -> {
                    keep(TimelineEntry.Kind.CREATED, Optional.of(ann), Optional.empty(), "");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(stores().timelines().end(ticket)).isEqualTo(TimelineEnd.START);
        assertThat(stores().timelines().listAfter(ticket, 0, 10)).isEmpty();
    }

    private TimelineEntry keep(TimelineEntry.Kind kind, Optional<Person> by, Optional<Person> about, String words) {
        return keep.execute(ticket, new Happened(kind, by.map(Person::id), about.map(Person::id), words));
    }
}
