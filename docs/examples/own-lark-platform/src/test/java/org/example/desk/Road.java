package org.example.desk;

import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.MeterCalls;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.NamePeople;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.AssessTenant;
import io.larkdesk.core.reminder.ClaimReminders;
import io.larkdesk.core.reminder.ClaimReminders.Claim;
import io.larkdesk.core.reminder.ComposeReminder;
import io.larkdesk.core.reminder.DescribeNotice;
import io.larkdesk.core.reminder.RemindMentioned;
import io.larkdesk.core.reminder.ReminderChannel;
import io.larkdesk.core.reminder.ReminderPolicies;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.reminder.SettleReminder;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.testkit.Stores;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The service's road of reminders: noted in the transaction of the mention, claimed, delivered, settled. */
final class Road {

    private static final ReminderPolicy POLICY = ReminderPolicy.DEFAULT;

    private final Stores stores;
    private final RemindMentioned remindMentioned;
    private final ClaimReminders claim;
    private final SettleReminder settle;

    Road(Stores stores, Randomness randomness) {
        this.stores = stores;
        AssessTenant assess = new AssessTenant(
                stores.tenants(),
                stores.people(),
                stores.callBudgets(),
                new ReminderPolicies(POLICY, tenant -> Optional.empty()),
                BudgetPolicy.DEFAULT);
        ComposeReminder compose = new ComposeReminder(
                stores.messages(),
                stores.groups(),
                new NamePeople(stores.transactions(), stores.people(), stores.tenants()),
                stores.people(),
                stores.quietTimes(),
                new DescribeNotice(stores.tickets(), stores.tenants(), stores.people(), stores.messages()));
        remindMentioned = new RemindMentioned(stores.mentions(), stores.permits(), POLICY);
        claim = new ClaimReminders(
                stores.transactions(),
                stores.permits(),
                stores.mentions(),
                stores.quietTimes(),
                stores.callBudgets(),
                Optional::empty,
                assess,
                compose,
                randomness);
        settle = new SettleReminder(
                stores.transactions(), stores.permits(), stores.mentions(), stores.callBudgets(), assess);
    }

    static MeterCalls meter(Stores stores) {
        return new MeterCalls(stores.transactions(), stores.callBudgets(), BudgetPolicy.DEFAULT);
    }

    void mention(Message message, PersonId person) {
        stores.transactions().inTransaction(now -> {
            remindMentioned.mentioned(message.id(), Set.of(person), now);
            return now;
        });
    }

    /** Delivers what is due, and tells how that ended. */
    List<ReminderChannel.Delivery> remind(ReminderChannel channel) {
        List<Claim> claims = claim.execute(10);
        return claims.stream()
                .map(one -> {
                    ReminderChannel.Delivery delivery =
                            channel.deliver(one.tenant(), one.reminder(), POLICY.attemptWithin());
                    settle.execute(one.permit(), delivery);
                    return delivery;
                })
                .toList();
    }
}
