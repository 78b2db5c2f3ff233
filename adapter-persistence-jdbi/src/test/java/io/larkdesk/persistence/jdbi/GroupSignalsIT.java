package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

class GroupSignalsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Node one = new Node();
    private final Node two = new Node();

    /** What one node was told. */
    private static final class Node implements SignalsHeard {

        private final BlockingQueue<GroupId> heard = new LinkedBlockingQueue<>();
        private final BlockingQueue<Event> losses = new LinkedBlockingQueue<>();
        private final BlockingQueue<GroupId> noted = new LinkedBlockingQueue<>();
        private final BlockingQueue<PersonId> moved = new LinkedBlockingQueue<>();
        private final BlockingQueue<TenantId> onboarded = new LinkedBlockingQueue<>();
        private final GroupSignals signals = DATABASE.persistence().signals(this);

        @Override
        public void changed(GroupId group) {
            heard.add(group);
        }

        @Override
        public void groupsChanged(PersonId person) {
            moved.add(person);
        }

        @Override
        public void noted(GroupId ticket) {
            noted.add(ticket);
        }

        @Override
        public void onboardingChanged(TenantId customer) {
            onboarded.add(customer);
        }

        @Override
        public void lost() {
            losses.add(Event.LISTENING);
        }

        GroupId hears() throws InterruptedException {
            GroupId group = heard.poll(LONG.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(group).as("something within " + LONG).isNotNull();
            return group;
        }

        Node awaitListening() throws InterruptedException {
            assertThat(losses.poll(LONG.toMillis(), TimeUnit.MILLISECONDS)).isNotNull();
            return this;
        }
    }

    private enum Event {
        LISTENING
    }

    @AfterEach
    void closeNodes() {
        one.signals.close();
        two.signals.close();
    }

    @Test
    void changeIsHeardHereAtOnceAndElsewhereSoon() throws InterruptedException {
        two.awaitListening();
        GroupId group = newGroup();

        one.signals.changed(group);

        assertThat(one.heard).containsExactly(group);
        assertThat(two.hears()).isEqualTo(group);
    }

    @Test
    void whoComesOrLeavesIsHeardHereAtOnceAndElsewhereSoon() throws InterruptedException {
        two.awaitListening();
        PersonId person = new PersonId(new TenantId(UUID.randomUUID()), UUID.randomUUID());

        one.signals.groupsChanged(person);

        assertThat(one.moved).containsExactly(person);
        assertThat(two.moved.poll(LONG.toMillis(), TimeUnit.MILLISECONDS)).isEqualTo(person);
        assertThat(two.heard).isEmpty();
    }

    @Test
    void whatIsNotedIsHeardHereAtOnceAndElsewhereSoonAndIsNoChange() throws InterruptedException {
        two.awaitListening();
        GroupId ticket = newGroup();

        one.signals.noted(ticket);

        assertThat(one.noted).containsExactly(ticket);
        assertThat(two.noted.poll(LONG.toMillis(), TimeUnit.MILLISECONDS)).isEqualTo(ticket);
        assertThat(one.heard).isEmpty();
        assertThat(two.heard).isEmpty();
    }

    @Test
    void allHearFromTheDatabaseThatACustomerHasComeFurther() throws InterruptedException {
        one.awaitListening();
        two.awaitListening();
        Tenant acme = new Scene(DATABASE.emptyStores(), new SeededRandomness(7)).customer("Acme");

        for (Node node : List.of(one, two)) {
            assertThat(node.onboarded.poll(LONG.toMillis(), TimeUnit.MILLISECONDS))
                    .isEqualTo(acme.id());
            assertThat(node.heard).isEmpty();
        }
    }

    @Test
    void ownSignalsDoNotComeBack() throws InterruptedException {
        one.awaitListening();
        two.awaitListening();
        GroupId mine = newGroup();
        GroupId theirs = newGroup();

        one.signals.changed(mine);
        assertThat(two.hears()).isEqualTo(mine);
        two.signals.changed(theirs);

        assertThat(one.hears()).isEqualTo(mine);
        // The channel is in order: had the own signal come back, it would have come before this one
        assertThat(one.hears()).isEqualTo(theirs);
    }

    @Test
    void manyChangesTravelInFewPayloadsThatPostgresTakes() throws InterruptedException, SQLException {
        two.awaitListening();
        List<GroupId> groups =
                Stream.generate(GroupSignalsIT::newGroup).limit(1_000).toList();

        try (Connection observer = observer()) {
            IntStream.range(0, 20).forEach(round -> groups.forEach(one.signals::changed));

            Set<GroupId> heard = new HashSet<>();
            while (heard.size() < groups.size()) {
                heard.add(two.hears());
            }
            assertThat(heard).containsExactlyInAnyOrderElementsOf(groups);
            PGNotification[] notifications = observer.unwrap(PGConnection.class).getNotifications(100);
            assertThat(notifications).allSatisfy(sent -> assertThat(sent.getParameter())
                    .hasSizeLessThanOrEqualTo(SignalPayload.LONGEST));
            assertThat(notifications.length).isLessThan(20 * groups.size() / 20);
        }
    }

    @Test
    void listenerComesBackAfterItsConnectionIsKilledAndSaysThatSignalsWereLost() throws InterruptedException {
        one.awaitListening();
        two.awaitListening();
        one.signals.changed(newGroup());
        two.hears();

        killAllButThePool();
        two.awaitListening();

        GroupId later = newGroup();
        one.signals.changed(later);
        assertThat(two.hears()).isEqualTo(later);
    }

    @Test
    void whatIsNoSignalIsIgnored() throws InterruptedException {
        two.awaitListening();
        DATABASE.jdbi().useHandle(handle -> List.of(
                        "", " ", "somebody", "somebody else's words", "x @a:b @: :@ # #a ! !a", "x".repeat(7_999))
                .forEach(text -> handle.execute("select pg_notify(?, ?)", SignalPayload.CHANNEL, text)));
        GroupId group = newGroup();

        one.signals.changed(group);

        assertThat(two.hears()).isEqualTo(group);
    }

    @Test
    void failingListenerKeepsNothingFromBeingHeard() throws InterruptedException {
        try (GroupSignals failing = DATABASE.persistence().signals((SignalsHeard) Proxy.newProxyInstance(
                SignalsHeard.class.getClassLoader(), new Class<?>[] {SignalsHeard.class}, (proxy, method, said) -> {
                    throw new IllegalStateException("for the test");
                }))) {
            two.awaitListening();
            GroupId group = newGroup();
            failing.changed(group);
            assertThat(two.hears()).isEqualTo(group);
        }
    }

    @Test
    void closedSignalsLeaveNoThread() throws InterruptedException {
        one.awaitListening();
        two.awaitListening();
        one.signals.changed(newGroup());
        two.hears();

        closeNodes();

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("larkdesk-signal")) {
                assertThat(thread.isDaemon()).isTrue();
                thread.join(LONG.toMillis());
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    private static void killAllButThePool() {
        DATABASE.jdbi().useHandle(handle -> handle.execute("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                          and (query like 'listen%' or query like '%pg_notify%' or query = 'select 1')
                        """));
    }

    private static Connection observer() throws SQLException {
        Connection observer = DATABASE.jdbi().open().getConnection();
        observer.createStatement().execute("listen " + SignalPayload.CHANNEL);
        return observer;
    }

    private static GroupId newGroup() {
        return new GroupId(new TenantId(UUID.randomUUID()), UUID.randomUUID());
    }
}
