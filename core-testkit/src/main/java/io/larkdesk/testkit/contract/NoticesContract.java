package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.clock.Alert;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.notice.Delivery;
import io.larkdesk.core.notice.Matter;
import io.larkdesk.core.notice.Notice;
import io.larkdesk.core.notice.NoticeId;
import io.larkdesk.core.notice.ToldGaps;
import io.larkdesk.core.onboarding.Drift;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Gap;
import io.larkdesk.core.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.notice.Notices}. */
public abstract class NoticesContract extends StoresContract {

    private static final Duration HOUR = Duration.ofHours(1);

    private Tenant provider;
    private Person sofia;

    /** Made for subclasses. */
    protected NoticesContract() {}

    @BeforeEach
    void employ() {
        provider = scene().provider("Alder Cloud");
        sofia = scene().staff(provider, "Sofia", StaffRole.TAM);
    }

    private Notice notice(int id, Matter matter, Delivery delivery) {
        return new Notice(new NoticeId(new UUID(7, id)), sofia.id(), matter, delivery);
    }

    private Matter activated() {
        return new Matter.Activated(provider.id());
    }

    @Test
    void aNoticeIsFoundAsStoredWhateverItTellsAndHoweverItStands() {
        Instant now = present();
        Gap gap = new Gap(StaffRole.ENGINEER, now, now.plus(HOUR));
        List<Matter> matters = List.of(
                activated(),
                new Matter.Leaving(provider.id(), Optional.of(now)),
                new Matter.Leaving(provider.id(), Optional.empty()),
                new Matter.Tightened(provider.id(), BudgetPolicy.Step.HOURLY_DIGEST),
                new Matter.Due(
                        new GroupId(provider.id(), new UUID(3, 3)),
                        new TicketNumber(1042),
                        Alert.RESOLUTION_SOON,
                        Optional.of(now)),
                new Matter.Due(
                        new GroupId(provider.id(), new UUID(3, 3)),
                        new TicketNumber(1042),
                        Alert.RESPONSE_BROKEN,
                        Optional.empty()),
                new Matter.Drifted(new Drift(provider.id(), now, Set.of(Check.BOT, Check.SCOPES))),
                new Matter.Unstaffed(
                        List.of(gap, new Gap(StaffRole.DUTY_MANAGER, now.plusMillis(1), now.plus(HOUR))),
                        now.plus(HOUR)));
        List<Delivery> deliveries = List.of(
                new Delivery.Waiting(2, now),
                new Delivery.Sending(3, now.minusMillis(1), now),
                new Delivery.Over(Delivery.End.UNCONFIRMED, now));
        int id = 0;
        for (Matter matter : matters) {
            id++;
            for (Delivery delivery : deliveries) {
                Notice stored = notice(id, matter, delivery);
                stores().notices().save(stored);
                inTransaction(time -> assertThat(stores().notices().lock(provider.id(), stored.id()))
                        .contains(stored));
            }
        }
        inTransaction(time -> assertThat(stores().notices().lock(provider.id(), new NoticeId(new UUID(9, 9))))
                .isEmpty());
    }

    @Test
    void whatIsDueIsLockedTheLongestDueFirstAndByOneAtATime() {
        Instant now = present();
        Notice second = notice(1, activated(), new Delivery.Waiting(0, now));
        Notice first = notice(2, activated(), new Delivery.Sending(1, now, now.minusMillis(1)));
        Notice later = notice(3, activated(), new Delivery.Waiting(0, now.plusMillis(1)));
        Notice over = notice(4, activated(), new Delivery.Over(Delivery.End.DELIVERED, now.minus(HOUR)));
        List.of(second, first, later, over).forEach(stores().notices()::save);

        inTransaction(time -> {
            assertThat(stores().notices().lockDue(now, 1)).containsExactly(first);
            List<Notice> elsewhere = elsewhere(() ->
                    transactions().inTransaction(there -> stores().notices().lockDue(now, 9)));
            assertThat(elsewhere).containsExactly(second);
        });
        inTransaction(time -> assertThat(stores().notices().lockDue(now, 9)).containsExactly(first, second));
        assertThatThrownBy(() -> stores().notices().lockDue(now, 9)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void gapsThatWereToldAreKeptAsTheyWereSeenLast() {
        Instant now = present();
        ToldGaps none = new ToldGaps(provider.id(), List.of(), Optional.empty());
        ToldGaps one = new ToldGaps(
                provider.id(),
                List.of(new ToldGaps.Seen(new Gap(StaffRole.ENGINEER, now, now.plus(HOUR)), true)),
                Optional.of(now));
        ToldGaps two = new ToldGaps(
                provider.id(),
                List.of(
                        new ToldGaps.Seen(new Gap(StaffRole.DUTY_MANAGER, now, now.plus(HOUR)), false),
                        new ToldGaps.Seen(
                                new Gap(StaffRole.DUTY_MANAGER, now.plus(HOUR), now.plus(HOUR.multipliedBy(2))),
                                false)),
                Optional.of(now.plus(HOUR)));
        inTransaction(
                time -> assertThat(stores().notices().lockGaps(provider.id())).isEqualTo(none));
        for (ToldGaps gaps : List.of(one, two, none)) {
            stores().notices().save(gaps);
            inTransaction(time ->
                    assertThat(stores().notices().lockGaps(provider.id())).isEqualTo(gaps));
        }
        assertThatThrownBy(() -> stores().notices().lockGaps(provider.id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ofSeveralWhoLookForGapsAtOnceEachWaitsForTheOthers() {
        Together.run(4, worker -> transactions().inTransaction(now -> {
            ToldGaps told = stores().notices().lockGaps(provider.id());
            Instant next = told.toldAt().map(at -> at.plusMillis(1)).orElse(Instant.EPOCH);
            stores().notices().save(new ToldGaps(provider.id(), List.of(), Optional.of(next)));
            return next;
        }));
        inTransaction(time ->
                assertThat(stores().notices().lockGaps(provider.id()).toldAt()).contains(Instant.EPOCH.plusMillis(3)));
    }
}
