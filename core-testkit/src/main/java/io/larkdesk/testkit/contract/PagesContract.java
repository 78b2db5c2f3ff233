package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.Page.About;
import io.larkdesk.core.escalation.Page.Kind;
import io.larkdesk.core.escalation.Page.Over;
import io.larkdesk.core.escalation.Page.Sending;
import io.larkdesk.core.escalation.Page.Sent;
import io.larkdesk.core.escalation.Page.State;
import io.larkdesk.core.escalation.Page.Update;
import io.larkdesk.core.escalation.Page.Waiting;
import io.larkdesk.core.escalation.PageId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.escalation.Pages}. */
public abstract class PagesContract extends StoresContract {

    private static final About FIRST = new About(Kind.ALERT, 0, 1);

    private EmergencyId emergency;
    private EmergencyId other;
    private Person eva;
    private Person eli;

    /** Made for subclasses. */
    protected PagesContract() {}

    @BeforeEach
    void openTicket() {
        Tenant acme = scene().customer("Acme");
        Tenant provider = scene().provider("Alder Cloud");
        Person ann = scene().person(acme, "Ann");
        eva = scene().staff(provider, "Eva", StaffRole.ENGINEER);
        eli = scene().staff(provider, "Eli", StaffRole.ENGINEER);
        var ticket = scene().ticket(scene().group(acme), ann);
        emergency = new EmergencyId(ticket.id(), new UUID(1, 1));
        other = new EmergencyId(ticket.id(), new UUID(1, 2));
    }

    @Test
    void aPageIsFoundAsStoredInEachState() {
        Instant now = present();
        Page page = page(1, FIRST, eva, new Waiting(now));
        stores().pages().add(List.of(page), now);
        List<State> states = List.of(
                new Waiting(now.plusMillis(1)),
                new Sending(3, Instant.EPOCH, now),
                new Sent("om_1", now, Optional.empty()),
                new Sent("om_1", now, Optional.of(new Update(0, now.plusMillis(2)))),
                new Over(Page.End.UNCONFIRMED, now));

        for (State state : states) {
            Page next = in(page, state);
            inTransaction(time -> stores().pages().save(next, time));

            assertThat(stores().pages().list(emergency)).containsExactly(next);
            inTransaction(time ->
                    assertThat(stores().pages().lock(emergency, page.id())).contains(next));
        }
    }

    @Test
    void nobodyGetsTheSameTwice() {
        Instant now = present();
        Page page = page(1, FIRST, eva, new Waiting(now));
        Page again = page(2, new About(Kind.ALERT, 0, 7), eva, new Waiting(now));
        Page toEli = page(3, FIRST, eli, new Waiting(now));
        Page later = page(4, new About(Kind.ALERT, 1, 2), eva, new Waiting(now));
        Page news = page(5, new About(Kind.HANDED_OVER, 0, 0), eva, new Waiting(now));

        assertThat(stores().pages().add(List.of(page), now)).containsExactly(page);
        assertThat(stores().pages().add(List.of(again, toEli, later, news), now))
                .containsExactly(toEli, later, news);

        assertThat(stores().pages().list(emergency)).containsExactly(page, toEli, later, news);
        assertThat(stores().pages().list(other)).isEmpty();
        inTransaction(
                time -> assertThat(stores().pages().lock(other, page.id())).isEmpty());
    }

    @Test
    void ofManyWhoAddTheSameAtOnceOneDoes() {
        Instant now = present();

        List<Integer> added = Together.run(6, worker -> transactions().inTransaction(time -> stores().pages()
                .add(List.of(page(worker, FIRST, eva, new Waiting(now))), time)
                .size()));

        assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(stores().pages().list(emergency)).hasSize(1);
    }

    @Test
    void dueIsWhatHasItsTimeTheLongestFirst() {
        Instant now = present();
        Page later = page(1, FIRST, eva, new Waiting(now));
        Page earlier = page(2, FIRST, eli, new Waiting(now.minusMillis(1)));
        stores().pages().add(List.of(later, earlier), now);

        inTransaction(time -> {
            assertThat(stores().pages().lockDue(now.minusMillis(2), 9)).isEmpty();
            assertThat(stores().pages().lockDue(now.minusMillis(1), 9)).containsExactly(earlier);
            assertThat(stores().pages().lockDue(now, 9)).containsExactly(earlier, later);
        });
        assertThat(stores().pages().findEarliestDue()).contains(now.minusMillis(1));
        inTransaction(time -> {
            stores().pages().save(in(earlier, new Sent("om_2", now, Optional.empty())), time);
            stores().pages().save(in(later, new Over(Page.End.NOT_NEEDED, now)), time);
        });
        assertThat(stores().pages().findEarliestDue()).isEmpty();
        inTransaction(time ->
                assertThat(stores().pages().lockDue(now.plusSeconds(99), 9)).isEmpty());
    }

    @Test
    void whatWasNotedBeforeTheClockWasSetBackIsLookedAt() {
        Instant now = present();
        Page page = page(1, FIRST, eva, new Waiting(now.plusSeconds(9)));
        stores().pages().add(List.of(page), now);
        Instant edge = now.minus(Emergency.CLOCK_STEP);

        inTransaction(time -> {
            assertThat(stores().pages().lockDue(edge, 9)).isEmpty();
            assertThat(stores().pages().lockDue(edge.minusMillis(1), 9)).containsExactly(page);
        });
    }

    @Test
    void whatIsHeldElsewhereIsSkipped() {
        Instant now = present();
        Page held = page(1, FIRST, eva, new Waiting(now));
        Page free = page(2, FIRST, eli, new Waiting(now));
        stores().pages().add(List.of(held, free), now);

        inTransaction(time -> {
            assertThat(stores().pages().lock(emergency, held.id())).contains(held);
            assertThat(dueElsewhere(now)).containsExactly(free);
        });
    }

    @Test
    void holdingNeedsATransaction() {
        assertThatThrownBy(() -> stores().pages().lock(emergency, new PageId(new UUID(0, 1))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stores().pages().lockDue(Instant.EPOCH, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsRolledBackHasNotHappened() {
        Instant now = present();
        Page page = page(1, FIRST, eva, new Waiting(now));
        stores().pages().add(List.of(page), now);

        assertThatThrownBy(() -> inTransaction(time -> {
                    stores().pages().save(in(page, new Over(Page.End.NOT_NEEDED, now)), time);
                    stores().pages().add(List.of(page(2, FIRST, eli, new Waiting(now))), time);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(stores().pages().list(emergency)).containsExactly(page);
    }

    private List<Page> dueElsewhere(Instant now) {
        return elsewhere(
                () -> transactions().inTransaction(other -> stores().pages().lockDue(now, 9)));
    }

    private Page page(int number, About about, Person person, State state) {
        return new Page(new PageId(new UUID(2, number)), emergency, about, person.id(), state);
    }

    private static Page in(Page page, State state) {
        return new Page(page.id(), page.emergency(), page.about(), page.person(), state);
    }
}
