package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.ClaimReminders.Claim;
import io.larkdesk.core.reminder.ReminderChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many statements reminders take, for that is most of what they cost: a figure that no other load on the machine changes. */
final class ReminderStatementsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    /** That begins the transaction and tells the time, and that finds who is due. */
    private static final int LOOK = 2;

    private static final int CLAIM = 13;
    private static final int SETTLE = 9;

    private final AtomicInteger statements = new AtomicInteger();
    private final JdbiPersistence persistence = JdbiPersistence.connectTo(TestDatabase.url(DATABASE.name()))
            .user("postgres")
            .connections(2)
            .listener((sql, took, isWell) -> statements.incrementAndGet())
            .open();
    private final TestDesk desk = new TestDesk(persistence);
    private TestDesk.Group group;

    @BeforeEach
    void gather() {
        DATABASE.emptyStores();
        group = desk.newGroup(9);
    }

    @AfterEach
    void close() {
        persistence.close();
    }

    private <T> T counted(int expected, Supplier<T> work) {
        int before = statements.get();
        T result = work.get();
        assertThat(statements.get() - before).isEqualTo(expected);
        return result;
    }

    private void mention(List<PersonId> people) {
        desk.say(group.id(), group.members().get(0), TestDesk.mention(people.toArray(PersonId[]::new)));
    }

    @Test
    void ofALookWhileNothingIsDue() {
        assertThat(counted(LOOK, () -> desk.claimReminders.execute(16))).isEmpty();
    }

    @Test
    void ofReminders() {
        mention(group.members().subList(1, 2));
        List<Claim> one = counted(LOOK + CLAIM, () -> desk.claimReminders.execute(16));
        counted(SETTLE, () -> desk.settleReminder.execute(one.get(0).permit(), new ReminderChannel.Delivered("om_1")));

        mention(group.members().subList(2, 9));
        List<Claim> seven = counted(LOOK + 7 * CLAIM, () -> desk.claimReminders.execute(16));
        assertThat(seven).hasSize(7);
    }

    /** Of many mentions a reminder takes one statement more: that calls were saved is counted. */
    @Test
    void ofAReminderOfManyMentions() {
        for (int i = 0; i < 5; i++) {
            mention(group.members().subList(1, 2));
        }
        List<Claim> claims = counted(LOOK + CLAIM, () -> desk.claimReminders.execute(16));
        counted(
                SETTLE + 1,
                () -> desk.settleReminder.execute(claims.get(0).permit(), new ReminderChannel.Delivered("om_1")));
    }
}
