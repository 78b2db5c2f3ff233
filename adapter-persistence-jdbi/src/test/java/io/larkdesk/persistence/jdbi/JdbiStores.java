package io.larkdesk.persistence.jdbi;

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

/** One node's stores, as the test kit wants them. */
record JdbiStores(JdbiPersistence persistence) implements Stores {

    @Override
    public Transactions transactions() {
        return persistence.transactions();
    }

    @Override
    public Tenants tenants() {
        return persistence.tenants();
    }

    @Override
    public People people() {
        return persistence.people();
    }

    @Override
    public Sessions sessions() {
        return persistence.sessions();
    }

    @Override
    public ServiceGroups serviceGroups() {
        return persistence.serviceGroups();
    }

    @Override
    public Members members() {
        return persistence.members();
    }

    @Override
    public Invites invites() {
        return persistence.invites();
    }

    @Override
    public Messages messages() {
        return persistence.messages();
    }

    @Override
    public Attachments attachments() {
        return persistence.attachments();
    }

    @Override
    public ReadCursors readCursors() {
        return persistence.readCursors();
    }

    @Override
    public Presences presences() {
        return persistence.presences();
    }

    @Override
    public Mentions mentions() {
        return persistence.mentions();
    }

    @Override
    public Permits permits() {
        return persistence.permits();
    }

    @Override
    public CallBudgets callBudgets() {
        return persistence.callBudgets();
    }
}
