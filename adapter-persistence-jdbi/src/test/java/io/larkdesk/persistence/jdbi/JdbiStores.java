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
import io.larkdesk.testkit.Stores;

/** One node's stores, as the test kit wants them. */
record JdbiStores(JdbiPersistence persistence) implements Stores {

    @Override
    public AuditTrail auditTrail() {
        return persistence.auditTrail();
    }

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
    public Groups groups() {
        return persistence.groups();
    }

    @Override
    public Tickets tickets() {
        return persistence.tickets();
    }

    @Override
    public TicketQueue ticketQueue() {
        return persistence.ticketQueue();
    }

    @Override
    public Reports reports() {
        return persistence.reports();
    }

    @Override
    public Notes notes() {
        return persistence.notes();
    }

    @Override
    public Timelines timelines() {
        return persistence.timelines();
    }

    @Override
    public Products products() {
        return persistence.products();
    }

    @Override
    public Calendars calendars() {
        return persistence.calendars();
    }

    @Override
    public Clocks clocks() {
        return persistence.clocks();
    }

    @Override
    public PlanPromises planPromises() {
        return persistence.planPromises();
    }

    @Override
    public Onboardings onboardings() {
        return persistence.onboardings();
    }

    @Override
    public ApiTokens apiTokens() {
        return persistence.apiTokens();
    }

    @Override
    public Webhooks webhooks() {
        return persistence.webhooks();
    }

    @Override
    public KeptAnswers keptAnswers() {
        return persistence.keptAnswers();
    }

    @Override
    public AppChanges appChanges() {
        return persistence.appChanges();
    }

    @Override
    public SetupLinks setupLinks() {
        return persistence.setupLinks();
    }

    @Override
    public Roster roster() {
        return persistence.roster();
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
    public CannedAnswers cannedAnswers() {
        return persistence.cannedAnswers();
    }

    @Override
    public Administrators administrators() {
        return persistence.administrators();
    }

    @Override
    public SavedViews savedViews() {
        return persistence.savedViews();
    }

    @Override
    public QuietTimes quietTimes() {
        return persistence.quietTimes();
    }

    @Override
    public BudgetHistory budgetHistory() {
        return persistence.budgetHistory();
    }

    @Override
    public CallBudgets callBudgets() {
        return persistence.callBudgets();
    }

    @Override
    public Reminders reminders() {
        return persistence.reminders();
    }

    @Override
    public Emergencies emergencies() {
        return persistence.emergencies();
    }

    @Override
    public Pages pages() {
        return persistence.pages();
    }

    @Override
    public Notices notices() {
        return persistence.notices();
    }

    @Override
    public Deletions deletions() {
        return persistence.deletions();
    }

    @Override
    public Erasure erasure() {
        return persistence.erasure();
    }

    @Override
    public Archive archive() {
        return persistence.archive();
    }

    @Override
    public SealedTexts sealedTexts() {
        return persistence.sealedTexts();
    }

    @Override
    public Fences fences() {
        return persistence.fences();
    }

    @Override
    public Preflights preflights() {
        return persistence.preflights();
    }
}
