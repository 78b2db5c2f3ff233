package io.larkdesk.benchmarks.reminders;

import io.larkdesk.benchmarks.site.Database;
import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.conversation.NamePeople;
import io.larkdesk.core.reminder.AssessTenant;
import io.larkdesk.core.reminder.ClaimReminders;
import io.larkdesk.core.reminder.ComposeReminder;
import io.larkdesk.core.reminder.DescribeNotice;
import io.larkdesk.core.reminder.Permits;
import io.larkdesk.core.reminder.ReminderPolicies;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.reminder.SettleReminder;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.persistence.jdbi.JdbiPersistence;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a node of the service has for reminders, wired as the service does it, with a pool of connections of its own.
 *
 * @param persistence its stores
 * @param claim takes permits of people who are due
 * @param settle stores how it ended
 */
record Node(JdbiPersistence persistence, ClaimReminders claim, SettleReminder settle) implements AutoCloseable {

    private static final Randomness RANDOMNESS = new Randomness() {
        @Override
        public UUID uuid() {
            return UUID.randomUUID();
        }

        @Override
        public byte[] bytes(int length) {
            byte[] bytes = new byte[length];
            ThreadLocalRandom.current().nextBytes(bytes);
            return bytes;
        }
    };

    static Node open(Database database, int connections) {
        JdbiPersistence stores = JdbiPersistence.connectTo(database.url())
                .user("postgres")
                .connections(connections)
                .open();
        AssessTenant assess = new AssessTenant(
                stores.tenants(),
                stores.people(),
                stores.callBudgets(),
                new ReminderPolicies(ReminderPolicy.DEFAULT, tenant -> Optional.empty()),
                BudgetPolicy.DEFAULT);
        ComposeReminder compose = new ComposeReminder(
                stores.messages(),
                stores.groups(),
                new NamePeople(stores.transactions(), stores.people(), stores.tenants()),
                stores.people(),
                stores.quietTimes(),
                new DescribeNotice(stores.tickets(), stores.tenants(), stores.people(), stores.messages()));
        ClaimReminders claim = new ClaimReminders(
                stores.transactions(),
                stores.permits(),
                stores.mentions(),
                stores.quietTimes(),
                stores.callBudgets(),
                Optional::empty,
                assess,
                compose,
                RANDOMNESS);
        SettleReminder settle = new SettleReminder(
                stores.transactions(), stores.permits(), stores.mentions(), stores.callBudgets(), assess);
        return new Node(stores, claim, settle);
    }

    Permits permits() {
        return persistence.permits();
    }

    @Override
    public void close() {
        persistence.close();
    }
}
