package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.FollowConversation;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.NamePeople;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.fence.Fence;
import io.larkdesk.core.fence.Fence.State;
import io.larkdesk.core.fence.Fences;
import io.larkdesk.core.fence.Mark;
import io.larkdesk.core.fence.RaiseFence;
import io.larkdesk.core.fence.WatchDatabase;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.Session;
import io.larkdesk.core.person.SessionKey;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ChangedStores;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When the fence is raised, by itself or not, and what that does. */
class FenceTest {

    private final ManualClock clock = new ManualClock();
    private final Stores stores = new InMemoryDesk(clock);
    private final Scene scene = new Scene(stores, new SeededRandomness(11));
    private final Tenant acme = scene.customer("Acme");
    private final WatchDatabase watch = watch(stores);

    private static RaiseFence raise(Stores stores) {
        return new RaiseFence(
                stores.transactions(),
                stores.fences(),
                stores.tenants(),
                stores.sessions(),
                stores.setupLinks(),
                stores.tickets(),
                Records.audit(stores));
    }

    private static WatchDatabase watch(Stores stores) {
        return new WatchDatabase(stores.transactions(), stores.fences(), raise(stores));
    }

    /** The same stores, in a database that calls itself otherwise: a copy. */
    private Stores copied() {
        return ChangedStores.with(stores, Fences.class, fences -> new Fences() {
            @Override
            public Fence get() {
                return fences.get();
            }

            @Override
            public Fence follow() {
                return fences.follow();
            }

            @Override
            public Fence lock() {
                return fences.lock();
            }

            @Override
            public void save(Fence fence) {
                fences.save(fence);
            }

            @Override
            public String here() {
                return "elsewhere";
            }
        });
    }

    private static Mark later(Mark mark, Duration by) {
        return new Mark(mark.epoch(), mark.seenAt().plus(by));
    }

    @Test
    void aDatabaseThatGoesOnIsNotFenced() {
        Fence first = watch.execute(Optional.empty());
        assertThat(first.state()).isEqualTo(State.NEVER_RAISED);
        assertThat(first.mark()).isEqualTo(new Mark(ManualClock.START, ManualClock.START));
        clock.advance(Duration.ofDays(7));

        Fence later = watch.execute(Optional.of(first.mark()));

        assertThat(later.state()).isEqualTo(State.NEVER_RAISED);
        assertThat(later.mark()).isEqualTo(new Mark(ManualClock.START, ManualClock.START.plus(Duration.ofDays(7))));
        assertThat(watch.isClear(later.mark())).isTrue();
    }

    @Test
    void aDatabaseThatIsBehindByMoreThanAMinuteIs() {
        Mark mark = watch.execute(Optional.empty()).mark();
        Mark tolerated = later(mark, Duration.ofMinutes(1));
        Mark remembered = later(tolerated, Duration.ofMillis(1));

        assertThat(watch.isClear(tolerated)).isTrue();
        assertThat(watch.execute(Optional.of(tolerated)).state()).isEqualTo(State.NEVER_RAISED);
        assertThat(watch.isClear(remembered)).isFalse();
        Fence raised = watch.execute(Optional.of(remembered));

        assertThat(raised.state()).isEqualTo(State.BEHIND);
        assertThat(raised.mark().epoch()).isAfter(mark.epoch());
        assertThat(watch.execute(Optional.of(raised.mark()))).isEqualTo(raised);
    }

    @Test
    void aDatabaseThatForgotThatItWasRestoredIsToo() {
        watch.execute(Optional.empty());
        Mark ofLater = new Mark(ManualClock.START.plusSeconds(60), ManualClock.START.plusSeconds(60));

        Fence raised = watch.execute(Optional.of(ofLater));

        assertThat(raised.state()).isEqualTo(State.BEHIND);
        assertThat(raised.mark().epoch()).isAfter(ofLater.epoch());
    }

    @Test
    void aCopyIs() {
        watch.execute(Optional.empty());

        Fence raised = watch(copied()).execute(Optional.empty());

        assertThat(raised.state()).isEqualTo(State.MOVED);
        assertThat(watch(copied()).execute(Optional.empty())).isEqualTo(raised);
    }

    @Test
    void whenItIsRaisedEverybodyIsOutAndNumbersAreLeftOut() {
        watch.execute(Optional.empty());
        Person ann = scene.person(acme, "Ann");
        SessionKey key = new SessionKey("ab".repeat(32));
        Instant now = clock.instant();
        stores.sessions().save(new Session(key, ann.id(), now, now, now.plusSeconds(3600)));
        long number = stores.tickets().nextNumber().value();

        Fence raised = raise(stores).execute(Optional.empty());

        assertThat(raised.state()).isEqualTo(State.ASKED);
        assertThat(stores.sessions().find(key)).isEmpty();
        assertThat(stores.tickets().nextNumber().value()).isGreaterThan(number + 9_999);
        assertThat(stores.auditTrail().listAfter(AuditBook.PROVIDER, 0, 10))
                .extracting(entry -> entry.event().action())
                .containsExactly(AuditAction.FENCE_RAISED);
        assertThat(watch.isClear(raised.mark())).isFalse();
    }

    @Test
    void eachRaisingBeginsALaterPresentWhateverTheClockSays() {
        Fence once = raise(stores).execute(Optional.empty());
        clock.set(ManualClock.START.minus(Duration.ofDays(1)));
        Fence twice = raise(stores).execute(Optional.empty());
        Fence thrice = raise(stores).execute(Optional.of(later(twice.mark(), Duration.ofDays(9))));

        assertThat(twice.floor()).isGreaterThan(once.floor());
        assertThat(thrice.floor()).isGreaterThan(twice.floor());
    }

    @Test
    void whenItIsRaisedAllThatWasToldJustBeforeMayBeLost() {
        assertThat(watch.execute(Optional.empty()).lostAt()).isEmpty();
        clock.advance(Duration.ofHours(1));
        Instant now = clock.instant();
        Fence raised = raise(stores).execute(Optional.empty());
        clock.advance(Duration.ofSeconds(5));

        assertThat(watch.execute(Optional.of(raised.mark())).lostAt()).contains(now);
    }

    /** A server whose clock is ahead took over, or raised it: nobody has to wait until that time comes. */
    @Test
    void aLossInTheFutureWasJustNow() {
        clock.advance(Duration.ofDays(365));
        Fence raised = raise(stores).execute(Optional.empty());
        clock.set(ManualClock.START);

        assertThat(watch.execute(Optional.of(raised.mark())).lostAt()).contains(ManualClock.START);
        clock.advance(Duration.ofSeconds(5));
        assertThat(watch.execute(Optional.of(raised.mark())).lostAt()).contains(ManualClock.START);
    }

    @Test
    void whoeverWasShownWhatIsLostBeginsAnew() {
        GroupId group = scene.group(acme).id();
        FollowConversation follow = new FollowConversation(
                stores.transactions(),
                stores.messages(),
                stores.readCursors(),
                stores.members(),
                new NamePeople(stores.transactions(), stores.people(), stores.tenants()));
        Position end = stores.messages().end(group);
        Position lost = new Position(end.seq() + 2, end.revision() + 2);
        raise(stores).execute(Optional.empty());
        say(group, scene.person(acme, "Ann"));

        FollowConversation.Latest latest = follow.execute(group, List.of(end, lost));

        assertThat(latest.outdated()).containsExactly(lost);
        assertThat(latest.news()).containsOnlyKeys(end);
    }

    private void say(GroupId group, Person author) {
        stores.messages()
                .append(
                        group,
                        clock.instant(),
                        new Content.Words(
                                author.id(),
                                new ClientId(new UUID(1, 2)),
                                MessageBody.parse("Something else"),
                                Optional.empty()));
    }
}
