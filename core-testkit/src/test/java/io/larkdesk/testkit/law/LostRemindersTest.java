package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.NamePeople;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.AssessTenant;
import io.larkdesk.core.reminder.ClaimReminders;
import io.larkdesk.core.reminder.ComposeReminder;
import io.larkdesk.core.reminder.DescribeNotice;
import io.larkdesk.core.reminder.RemindMentioned;
import io.larkdesk.core.reminder.ReminderPolicies;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.reminder.ReminderWindow;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After data was lost nobody is reminded who may have been just before: each customer's people rest as long as their window is. */
class LostRemindersTest {

    private static final ReminderPolicy POLICY = ReminderPolicy.DEFAULT;
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final ReminderWindow HOUR = new ReminderWindow(Duration.ofHours(1));

    private final ManualClock clock = new ManualClock();
    private final Stores stores = new InMemoryDesk(clock);
    private final SeededRandomness randomness = new SeededRandomness(5);
    private final Scene scene = new Scene(stores, randomness);
    private final Tenant usual = scene.customer("Acme");
    private final Tenant slow = scene.customer("Globex");
    private final Person ann = scene.person(usual, "Ann");
    private final Person bob = scene.person(slow, "Bob");
    private Optional<Instant> lost = Optional.empty();
    private final ClaimReminders claim = new ClaimReminders(
            stores.transactions(),
            stores.permits(),
            stores.mentions(),
            stores.quietTimes(),
            stores.callBudgets(),
            () -> lost,
            new AssessTenant(
                    stores.tenants(),
                    stores.people(),
                    stores.callBudgets(),
                    new ReminderPolicies(POLICY, tenant -> Optional.of(HOUR)
                            .filter(hour -> tenant.id().equals(slow.id()))),
                    BudgetPolicy.DEFAULT),
            new ComposeReminder(
                    stores.messages(),
                    stores.groups(),
                    new NamePeople(stores.transactions(), stores.people(), stores.tenants()),
                    stores.people(),
                    stores.quietTimes(),
                    new DescribeNotice(stores.tickets(), stores.tenants(), stores.people(), stores.messages())),
            randomness);

    @BeforeEach
    void mentionBoth() {
        mention(usual, ann);
        mention(slow, bob);
        clock.advance(POLICY.grace());
    }

    private void mention(Tenant tenant, Person person) {
        ServiceGroup group = scene.group(tenant);
        Person author = scene.person(tenant, "Zoe");
        scene.join(group, author);
        scene.join(group, person);
        Message message = scene.say(group, author, Scene.at(person));
        new RemindMentioned(stores.mentions(), stores.permits(), POLICY)
                .mentioned(message.id(), Set.of(person.id()), clock.instant());
    }

    private List<PersonId> reminded() {
        return claim.execute(10).stream()
                .map(claimed -> claimed.permit().person())
                .toList();
    }

    @Test
    void whereNothingWasLostAllAreReminded() {
        assertThat(reminded()).containsExactlyInAnyOrder(ann.id(), bob.id());
    }

    /** An attempt that was lost may have arrived as late as it may take. */
    @Test
    void eachRestsAnAttemptAndTheWindowOfItsCustomer() {
        lost = Optional.of(clock.instant());
        clock.advance(POLICY.attemptWithin().plus(POLICY.window()).minus(MILLI));
        assertThat(reminded()).isEmpty();
        clock.advance(MILLI);
        assertThat(reminded()).containsExactly(ann.id());

        clock.advance(HOUR.value().minus(POLICY.window()).minus(MILLI));
        assertThat(reminded()).doesNotContain(bob.id());
        clock.advance(MILLI);
        assertThat(reminded()).contains(bob.id());
    }

    /** What the attempt that is known of came to may be lost, and a later reminder with it. */
    @Test
    void anAttemptIsNotMadeAgainMeanwhile() {
        reminded();
        lost = Optional.of(clock.instant());
        clock.advance(POLICY.attemptWithin().plus(POLICY.window()).minus(MILLI));
        assertThat(reminded()).isEmpty();
        clock.advance(MILLI);

        assertThat(claim.execute(10))
                .extracting(claimed -> claimed.reminder().attempt())
                .containsExactly(2);
    }

    @Test
    void whoeverRestsIsNotLookedAtAllTheTime() {
        lost = Optional.of(clock.instant());
        reminded();

        assertThat(stores.permits().findEarliestDue())
                .contains(clock.instant().plus(POLICY.attemptWithin()).plus(POLICY.window()));
    }
}
