package io.larkdesk.testkit;

import io.larkdesk.core.answer.CannedAnswers;
import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.audit.AuditTrail;
import io.larkdesk.core.budget.BudgetHistory;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.clock.Calendars;
import io.larkdesk.core.clock.Clocks;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.conversation.Presences;
import io.larkdesk.core.conversation.ReadCursors;
import io.larkdesk.core.deletion.Archive;
import io.larkdesk.core.deletion.Deletions;
import io.larkdesk.core.deletion.Erasure;
import io.larkdesk.core.escalation.Emergencies;
import io.larkdesk.core.escalation.Pages;
import io.larkdesk.core.escalation.PlanPromises;
import io.larkdesk.core.escalation.Reminders;
import io.larkdesk.core.fence.Fences;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.invite.Invites;
import io.larkdesk.core.notice.Notices;
import io.larkdesk.core.onboarding.AppChanges;
import io.larkdesk.core.onboarding.Onboardings;
import io.larkdesk.core.onboarding.Preflights;
import io.larkdesk.core.onboarding.SetupLinks;
import io.larkdesk.core.organisation.Administrators;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Sessions;
import io.larkdesk.core.queue.SavedViews;
import io.larkdesk.core.queue.TicketQueue;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.reminder.Permits;
import io.larkdesk.core.reminder.QuietTimes;
import io.larkdesk.core.report.Reports;
import io.larkdesk.core.roster.Roster;
import io.larkdesk.core.sealing.SealedTexts;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.core.ticket.Notes;
import io.larkdesk.core.ticket.Products;
import io.larkdesk.core.ticket.Tickets;
import io.larkdesk.core.ticket.Timelines;
import io.larkdesk.core.token.ApiTokens;
import io.larkdesk.core.token.KeptAnswers;
import io.larkdesk.core.webhook.Webhooks;

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

    /** The groups. */
    Groups groups();

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

    /** The canned answers. */
    CannedAnswers cannedAnswers();

    /** Customers' own administrators. */
    Administrators administrators();

    /** The views that people keep. */
    SavedViews savedViews();

    /** When people want no reminder. */
    QuietTimes quietTimes();

    /** The ledger of calls. */
    CallBudgets callBudgets();

    /** At which steps budgets stood, and how allowances were changed. */
    BudgetHistory budgetHistory();

    /** The tickets. */
    Tickets tickets();

    /** The tickets as the service team takes them up. */
    TicketQueue ticketQueue();

    /** What they come to. */
    Reports reports();

    /** The internal notes on tickets. */
    Notes notes();

    /** What happened to them. */
    Timelines timelines();

    /** What they can be about. */
    Products products();

    /** What the support plans promise. */
    PlanPromises planPromises();

    /** The calendars of working hours. */
    Calendars calendars();

    /** The clocks of tickets. */
    Clocks clocks();

    /** How customers come into service. */
    Onboardings onboardings();

    /** {@link ApiTokens}. */
    ApiTokens apiTokens();

    /** {@link Webhooks}. */
    Webhooks webhooks();

    /** {@link KeptAnswers}. */
    KeptAnswers keptAnswers();

    /** The changes of apps that have begun. */
    AppChanges appChanges();

    /** The links by which the provider is set up. */
    SetupLinks setupLinks();

    /** Who is on duty when. */
    Roster roster();

    /** The Reminders. */
    Reminders reminders();

    /** The Emergencies. */
    Emergencies emergencies();

    /** The pages about them. */
    Pages pages();

    /** The operational notices. */
    Notices notices();

    /** What was found in the tenants' Lark configuration. */
    Preflights preflights();

    /** The deletions that stand. */
    Deletions deletions();

    /** What deletes all that there is of a tenant. */
    Erasure erasure();

    /** What tells all that there is of a tenant. */
    Archive archive();

    /** All that is stored sealed. */
    SealedTexts sealedTexts();

    /** Whether a backup was restored. */
    Fences fences();

    /** The audit log. */
    AuditTrail auditTrail();
}
