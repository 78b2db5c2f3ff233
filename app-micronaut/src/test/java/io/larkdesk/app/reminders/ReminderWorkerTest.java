package io.larkdesk.app.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.app.tracing.Spans;
import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.NamePeople;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.onboarding.NoteBrokenApp;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.reminder.AssessTenant;
import io.larkdesk.core.reminder.ClaimReminders;
import io.larkdesk.core.reminder.ComposeReminder;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.DescribeNotice;
import io.larkdesk.core.reminder.RemindMentioned;
import io.larkdesk.core.reminder.ReminderChannel.Delivered;
import io.larkdesk.core.reminder.ReminderPolicies;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.reminder.SettleReminder;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReminderWorkerTest {

    private static final ReminderPolicy POLICY = ReminderPolicy.DEFAULT;

    private final ManualClock clock = new ManualClock();
    private final Stores stores = new InMemoryDesk(clock);
    private final Randomness randomness = new SeededRandomness(1);
    private final Scene scene = new Scene(stores, randomness);
    private final ReminderWorker worker = worker();

    private ReminderWorker worker() {
        AssessTenant assess = new AssessTenant(
                stores.tenants(),
                stores.people(),
                stores.callBudgets(),
                new ReminderPolicies(POLICY, tenant -> Optional.empty()),
                BudgetPolicy.DEFAULT);
        ClaimReminders claim = new ClaimReminders(
                stores.transactions(),
                stores.permits(),
                stores.mentions(),
                stores.quietTimes(),
                stores.callBudgets(),
                Optional::empty,
                assess,
                new ComposeReminder(
                        stores.messages(),
                        stores.groups(),
                        new NamePeople(stores.transactions(), stores.people(), stores.tenants()),
                        stores.people(),
                        stores.quietTimes(),
                        new DescribeNotice(stores.tickets(), stores.tenants(), stores.people(), stores.messages())),
                randomness);
        DeliverReminder deliver = new DeliverReminder(
                (tenant, reminder, within) -> new Delivered("om_1"),
                new SettleReminder(
                        stores.transactions(), stores.permits(), stores.mentions(), stores.callBudgets(), assess),
                new NoteBrokenApp(stores.transactions(), stores.preflights()),
                new SimpleMeterRegistry(),
                Spans.NONE);
        return new ReminderWorker(claim, deliver, stores.permits(), stores.transactions(), POLICY, () -> true);
    }

    private Person bob;
    private Message mention;

    @BeforeEach
    void annMentionsBob() {
        Tenant acme = scene.customer("Acme");
        ServiceGroup group = scene.group(acme);
        Person ann = scene.person(acme, "Ann");
        bob = scene.person(acme, "Bob");
        scene.join(group, ann);
        scene.join(group, bob);
        mention = scene.say(group, ann, Scene.at(bob));
        new RemindMentioned(stores.mentions(), stores.permits(), POLICY)
                .mentioned(mention.id(), Set.of(bob.id()), clock.instant());
    }

    @AfterEach
    void stop() throws InterruptedException {
        worker.stop();
    }

    @Test
    void remindsOnceTheGraceIsOver() {
        clock.advance(POLICY.grace());

        worker.start();

        awaitBobIsReminded();
    }

    @Test
    void nobodyWaitsForAClockThatWasSetBack() {
        clock.advance(Duration.ofHours(-1));

        worker.start();

        awaitBobIsReminded();
    }

    private void awaitBobIsReminded() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stores.mentions().findDecision(mention.id(), bob.id()))
                        .get()
                        .isInstanceOf(Decision.Reminded.class));
    }
}
