package io.larkdesk.testkit;

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

/** Everything that the core stores, from one adapter over one database: what the contracts and the laws are run against. */
public interface Stores {

    /** The transactions that all of the other stores join. */
    Transactions transactions();

    /** The tenants. */
    Tenants tenants();

    /** The people. */
    People people();

    /** Their sessions. */
    Sessions sessions();

    /** The service groups. */
    ServiceGroups serviceGroups();

    /** Their members. */
    Members members();

    /** The invites. */
    Invites invites();

    /** Their messages. */
    Messages messages();

    /** The files. */
    Attachments attachments();

    /** How far everybody has read. */
    ReadCursors readCursors();

    /** Who is looking. */
    Presences presences();

    /** The mentions. */
    Mentions mentions();

    /** The permits. */
    Permits permits();

    /** The ledger of calls. */
    CallBudgets callBudgets();
}
