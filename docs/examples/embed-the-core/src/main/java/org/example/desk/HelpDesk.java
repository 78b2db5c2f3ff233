package org.example.desk;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.conversation.ConversationFeed;
import io.larkdesk.core.conversation.ConversationHost;
import io.larkdesk.core.conversation.MarkRead;
import io.larkdesk.core.conversation.MentionObserver;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.conversation.Presences;
import io.larkdesk.core.conversation.ReadCursors;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.ClaimReminders;
import io.larkdesk.core.reminder.ClaimReminders.Claim;
import io.larkdesk.core.reminder.DataLosses;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.reminder.Permits;
import io.larkdesk.core.reminder.QuietTimes;
import io.larkdesk.core.reminder.RemindMentioned;
import io.larkdesk.core.reminder.ReminderChannel;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.reminder.ReminderWindows;
import io.larkdesk.core.reminder.SettleReminder;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.core.ticket.Tickets;
import io.larkdesk.testkit.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Conversations and reminders of the core, over any stores and any channel. */
public final class HelpDesk {

    /** Ten minutes between two e-mails to a person. Mail servers do not know again what they got, so nothing is sent twice. */
    public static final ReminderPolicy POLICY = new ReminderPolicy(
            ReminderPolicy.DEFAULT.window(),
            ReminderPolicy.DEFAULT.grace(),
            ReminderPolicy.DEFAULT.attemptWithin(),
            Duration.ofMillis(1));

    private static final int AT_ONCE = 20;

    private final Injector core;
    private final ReminderChannel channel;

    /** Wires the core over {@code stores}; reminders go through {@code channel}. */
    public HelpDesk(Stores stores, Randomness randomness, ReminderChannel channel) {
        this.core = Guice.createInjector(new Core(stores, randomness));
        this.channel = channel;
    }

    /** Has a member say something. */
    public PostMessage.Result say(PostMessage.Command command) {
        return core.getInstance(PostMessage.class).execute(command);
    }

    /** Notes how far a member has read. */
    public void read(GroupId group, PersonId reader, long upTo) {
        core.getInstance(MarkRead.class).execute(new MarkRead.Command(group, reader, upTo, false));
    }

    /** Sends what is due, as each node does once a second or when {@link Permits#findEarliestDue} says; how much that was. */
    public int remind() {
        List<Claim> claims = core.getInstance(ClaimReminders.class).execute(AT_ONCE);
        for (Claim claim : claims) {
            ReminderChannel.Delivery delivery =
                    channel.deliver(claim.tenant(), claim.reminder(), POLICY.attemptWithin());
            core.getInstance(SettleReminder.class).execute(claim.permit(), delivery);
        }
        return claims.size();
    }

    /** What the core's use cases ask for. */
    private static final class Core extends AbstractModule {

        private final Stores stores;
        private final Randomness randomness;

        Core(Stores stores, Randomness randomness) {
            this.stores = stores;
            this.randomness = randomness;
        }

        @Override
        protected void configure() {
            bind(Transactions.class).toInstance(stores.transactions());
            bind(Tenants.class).toInstance(stores.tenants());
            bind(People.class).toInstance(stores.people());
            bind(Groups.class).toInstance(stores.groups());
            bind(Members.class).toInstance(stores.members());
            bind(Messages.class).toInstance(stores.messages());
            bind(Attachments.class).toInstance(stores.attachments());
            bind(ReadCursors.class).toInstance(stores.readCursors());
            bind(Presences.class).toInstance(stores.presences());
            bind(Mentions.class).toInstance(stores.mentions());
            bind(Permits.class).toInstance(stores.permits());
            bind(QuietTimes.class).toInstance(stores.quietTimes());
            bind(CallBudgets.class).toInstance(stores.callBudgets());
            bind(Tickets.class).toInstance(stores.tickets());
            bind(Randomness.class).toInstance(randomness);

            bind(ReminderPolicy.class).toInstance(POLICY);
            bind(BudgetPolicy.class).toInstance(BudgetPolicy.DEFAULT);
            bind(ReminderWindows.class).toInstance(tenant -> Optional.empty());
            bind(DataLosses.class).toInstance(Optional::empty);
            bind(MentionObserver.class).to(RemindMentioned.class);
            // Whoever may write may always write, and nobody else wants to hear of it
            bind(ConversationHost.class).toInstance(group -> Optional.of((message, now) -> {}));
            bind(ConversationFeed.class).toInstance(new NobodyLooks());
        }
    }

    /** There is no page that would have to be drawn anew. */
    private static final class NobodyLooks implements ConversationFeed {

        @Override
        public void changed(GroupId group) {}

        @Override
        public void groupsChanged(PersonId person) {}

        @Override
        public void noted(GroupId ticket) {}
    }
}
