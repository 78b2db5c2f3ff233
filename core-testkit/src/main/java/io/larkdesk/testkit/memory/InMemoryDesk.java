package io.larkdesk.testkit.memory;

import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.conversation.Presences;
import io.larkdesk.core.conversation.ReadCursors;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.ServiceGroups;
import io.larkdesk.core.invite.Invites;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Sessions;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.reminder.Permits;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.testkit.Stores;
import java.time.Clock;

/** All stores of the core, in memory, over one shared state; each desk is empty when made. Thread-safe. */
public final class InMemoryDesk implements Stores {

    private final InMemoryTransactions transactions;
    private final InMemoryTenants tenants;
    private final InMemoryPeople people;
    private final InMemorySessions sessions;
    private final InMemoryServiceGroups serviceGroups;
    private final InMemoryMembers members;
    private final InMemoryInvites invites;
    private final InMemoryMessages messages;
    private final InMemoryAttachments attachments;
    private final InMemoryReadCursors readCursors;
    private final InMemoryPresences presences;
    private final InMemoryMentions mentions;
    private final InMemoryPermits permits;
    private final InMemoryCallBudgets callBudgets;

    /**
     * An empty desk.
     *
     * @param clock what transactions take for the database's
     */
    public InMemoryDesk(Clock clock) {
        transactions = new InMemoryTransactions(clock);
        Sequences sequences = new Sequences(transactions);
        tenants = new InMemoryTenants(transactions);
        people = new InMemoryPeople(transactions, tenants);
        sessions = new InMemorySessions(transactions);
        serviceGroups = new InMemoryServiceGroups(transactions, sequences);
        members = new InMemoryMembers(transactions);
        invites = new InMemoryInvites(transactions);
        messages = new InMemoryMessages(transactions, sequences);
        attachments = new InMemoryAttachments(transactions);
        readCursors = new InMemoryReadCursors(transactions, messages);
        presences = new InMemoryPresences(transactions);
        mentions = new InMemoryMentions(transactions, members, messages, readCursors, presences);
        permits = new InMemoryPermits(transactions);
        callBudgets = new InMemoryCallBudgets(transactions, tenants);
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public Tenants tenants() {
        return tenants;
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public ServiceGroups serviceGroups() {
        return serviceGroups;
    }

    @Override
    public Members members() {
        return members;
    }

    @Override
    public Invites invites() {
        return invites;
    }

    @Override
    public Messages messages() {
        return messages;
    }

    @Override
    public Attachments attachments() {
        return attachments;
    }

    @Override
    public ReadCursors readCursors() {
        return readCursors;
    }

    @Override
    public Presences presences() {
        return presences;
    }

    @Override
    public Mentions mentions() {
        return mentions;
    }

    @Override
    public Permits permits() {
        return permits;
    }

    @Override
    public CallBudgets callBudgets() {
        return callBudgets;
    }
}
