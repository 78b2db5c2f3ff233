package io.larkdesk.persistence.jdbi;

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

/** All of the core's stores, over transactions that they join. */
abstract class JdbiDesk {

    private final JdbiTransactions transactions;

    JdbiDesk(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    /** The transactions that all other stores join. Nothing hangs for ever in one, if it runs on a pool of ours. */
    public Transactions transactions() {
        return transactions;
    }

    /** The tenants. */
    public Tenants tenants() {
        return new JdbiTenants(transactions);
    }

    /** The people. */
    public People people() {
        return new JdbiPeople(transactions);
    }

    /** The sessions; only hashes of their tokens are stored. */
    public Sessions sessions() {
        return new JdbiSessions(transactions);
    }

    /** The groups. */
    public Groups groups() {
        return new JdbiGroups(transactions);
    }

    /** The members of groups. */
    public Members members() {
        return new JdbiMembers(transactions);
    }

    /** The invites; only hashes of their codes are stored. */
    public Invites invites() {
        return new JdbiInvites(transactions);
    }

    /** The tickets, and how many there are. */
    public Tickets tickets() {
        return new JdbiTickets(transactions);
    }

    /** The tickets as the service team takes them up. */
    public TicketQueue ticketQueue() {
        return new JdbiTicketQueue(transactions);
    }

    /** What the tickets come to. */
    public Reports reports() {
        return new JdbiReports(transactions);
    }

    /** The internal notes on tickets. */
    public Notes notes() {
        return new JdbiNotes(transactions);
    }

    /** The Timelines of tickets. */
    public Timelines timelines() {
        return new JdbiTimelines(transactions);
    }

    /** The provider's products. */
    public Products products() {
        return new JdbiProducts(transactions);
    }

    /** The calendars of working hours. */
    public Calendars calendars() {
        return new JdbiCalendars(transactions);
    }

    /** The clocks of tickets. */
    public Clocks clocks() {
        return new JdbiClocks(transactions);
    }

    /** What the support plans promise. */
    public PlanPromises planPromises() {
        return new JdbiPlanPromises(transactions);
    }

    /** How customers come into service; only hashes of their links' tokens are stored. */
    public Onboardings onboardings() {
        return new JdbiOnboardings(transactions);
    }

    /** The tokens of the provider's systems. */
    public ApiTokens apiTokens() {
        return new JdbiApiTokens(transactions);
    }

    /** Endpoints, and what is on its way to them. */
    public Webhooks webhooks() {
        return new JdbiWebhooks(transactions);
    }

    /** The answers to requests that may be tried again. */
    public KeptAnswers keptAnswers() {
        return new JdbiKeptAnswers(transactions);
    }

    /** The changes of apps that have begun. */
    public AppChanges appChanges() {
        return new JdbiAppChanges(transactions);
    }

    /** The links by which the provider is set up; only hashes of their tokens are stored. */
    public SetupLinks setupLinks() {
        return new JdbiSetupLinks(transactions);
    }

    /** Who is on duty when. */
    public Roster roster() {
        return new JdbiRoster(transactions);
    }

    /** The operational notices. */
    public Notices notices() {
        return new JdbiNotices(transactions);
    }

    /** The messages. */
    public Messages messages() {
        return new JdbiMessages(transactions);
    }

    /** The read cursors. */
    public ReadCursors readCursors() {
        return new JdbiReadCursors(transactions);
    }

    /** Who is looking at what. */
    public Presences presences() {
        return new JdbiPresences(transactions);
    }

    /** The files, their pieces, and how much of its quota each tenant uses. */
    public Attachments attachments() {
        return new JdbiAttachments(transactions);
    }

    /** The mentions and their decisions. */
    public Mentions mentions() {
        return new JdbiMentions(transactions);
    }

    /** The permits to remind. */
    public Permits permits() {
        return new JdbiPermits(transactions);
    }

    /** The canned answers. */
    public CannedAnswers cannedAnswers() {
        return new JdbiCannedAnswers(transactions);
    }

    /** Customers' own administrators. */
    public Administrators administrators() {
        return new JdbiAdministrators(transactions);
    }

    /** The views that people keep. */
    public SavedViews savedViews() {
        return new JdbiSavedViews(transactions);
    }

    /** When people want no reminder. */
    public QuietTimes quietTimes() {
        return new JdbiQuietTimes(transactions);
    }

    /** The ledger of counted calls. */
    public CallBudgets callBudgets() {
        return new JdbiCallBudgets(transactions);
    }

    /** At which steps budgets stood, and how allowances were changed. */
    public BudgetHistory budgetHistory() {
        return new JdbiBudgetHistory(transactions);
    }

    /** The Reminders that customers sent. */
    public Reminders reminders() {
        return new JdbiTicketReminders(transactions);
    }

    /** The Emergencies. */
    public Emergencies emergencies() {
        return new JdbiEmergencies(transactions);
    }

    /** The pages about them. */
    public Pages pages() {
        return new JdbiPages(transactions);
    }

    /** What was found in the tenants' Lark configuration. */
    public Preflights preflights() {
        return new JdbiPreflights(transactions);
    }

    /** The deletions that stand. */
    public Deletions deletions() {
        return new JdbiDeletions(transactions);
    }

    /** What deletes all that there is of a tenant; the database lets it do so once the tenant's deletion has begun. */
    public Erasure erasure() {
        return new JdbiErasure(transactions);
    }

    /** What tells all that there is of a tenant. */
    public Archive archive() {
        return new JdbiArchive(transactions);
    }

    /** Whether a backup was restored. */
    public Fences fences() {
        return new JdbiFences(transactions);
    }

    /** All that is stored sealed. */
    public SealedTexts sealedTexts() {
        return new JdbiSealedTexts(transactions);
    }

    /** The audit log; the database refuses to change or delete what is in it. */
    public AuditTrail auditTrail() {
        return new JdbiAuditTrail(transactions);
    }
}
