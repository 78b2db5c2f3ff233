package io.larkdesk.testkit.memory;

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
import java.time.Clock;

/** All stores of the core, in memory, over one shared state; each desk is empty when made. Thread-safe. */
public final class InMemoryDesk implements Stores {

    private final InMemoryTransactions transactions;
    private final InMemoryTenants tenants;
    private final InMemoryPeople people;
    private final InMemorySessions sessions;
    private final InMemoryGroups groups;
    private final InMemoryMembers members;
    private final InMemoryTickets tickets;
    private final InMemoryTicketQueue ticketQueue;
    private final InMemoryReports reports;
    private final InMemoryNotes notes;
    private final InMemoryTimelines timelines;
    private final InMemoryProducts products;
    private final InMemoryPlanPromises planPromises;
    private final InMemoryCalendars calendars;
    private final InMemoryClocks clocks;
    private final InMemoryCannedAnswers cannedAnswers;
    private final InMemorySavedViews savedViews;
    private final InMemoryAdministrators administrators;
    private final InMemoryAppChanges appChanges;
    private final InMemorySetupLinks setupLinks;
    private final InMemoryApiTokens apiTokens;
    private final InMemoryKeptAnswers keptAnswers;
    private final InMemoryWebhooks webhooks;
    private final InMemoryOnboardings onboardings;
    private final InMemoryRoster roster;
    private final InMemoryInvites invites;
    private final InMemoryMessages messages;
    private final InMemoryAttachments attachments;
    private final InMemoryReadCursors readCursors;
    private final InMemoryPresences presences;
    private final InMemoryMentions mentions;
    private final InMemoryPermits permits;
    private final InMemoryQuietTimes quietTimes;
    private final InMemoryCallBudgets callBudgets;
    private final InMemoryBudgetHistory budgetHistory;
    private final InMemoryReminders reminders;
    private final InMemoryEmergencies emergencies;
    private final InMemoryPages pages;
    private final InMemoryPreflights preflights;
    private final InMemoryNotices notices;
    private final InMemoryAuditTrail auditTrail;
    private final InMemoryDeletions deletions;
    private final InMemoryErasure erasure;
    private final InMemoryArchive archive;
    private final InMemorySealedTexts sealedTexts;
    private final InMemoryFences fences;

    /**
     * An empty desk.
     *
     * @param clock what transactions take for the database's
     */
    public InMemoryDesk(Clock clock) {
        transactions = new InMemoryTransactions(clock);
        fences = new InMemoryFences(transactions);
        Sequences sequences = new Sequences(transactions, fences);
        tenants = new InMemoryTenants(transactions);
        people = new InMemoryPeople(transactions, tenants);
        sessions = new InMemorySessions(transactions, people, tenants);
        groups = new InMemoryGroups(transactions, sequences);
        members = new InMemoryMembers(transactions, groups);
        notes = new InMemoryNotes(transactions);
        timelines = new InMemoryTimelines(transactions);
        products = new InMemoryProducts(transactions);
        planPromises = new InMemoryPlanPromises(transactions);
        calendars = new InMemoryCalendars(transactions);
        clocks = new InMemoryClocks(transactions);
        cannedAnswers = new InMemoryCannedAnswers(transactions);
        savedViews = new InMemorySavedViews(transactions);
        administrators = new InMemoryAdministrators(transactions);
        appChanges = new InMemoryAppChanges(transactions);
        setupLinks = new InMemorySetupLinks(transactions);
        apiTokens = new InMemoryApiTokens(transactions);
        keptAnswers = new InMemoryKeptAnswers(transactions);
        webhooks = new InMemoryWebhooks(transactions);
        onboardings = new InMemoryOnboardings(transactions);
        roster = new InMemoryRoster(transactions);
        invites = new InMemoryInvites(transactions);
        messages = new InMemoryMessages(transactions, sequences);
        tickets = new InMemoryTickets(transactions, members, messages);
        ticketQueue = new InMemoryTicketQueue(transactions, tickets, groups, members, clocks);
        attachments = new InMemoryAttachments(transactions);
        readCursors = new InMemoryReadCursors(transactions, messages);
        presences = new InMemoryPresences(transactions);
        mentions = new InMemoryMentions(transactions, members, messages, readCursors, presences);
        permits = new InMemoryPermits(transactions, mentions);
        quietTimes = new InMemoryQuietTimes(transactions);
        callBudgets = new InMemoryCallBudgets(transactions, tenants);
        budgetHistory = new InMemoryBudgetHistory(transactions);
        reminders = new InMemoryReminders(transactions);
        emergencies = new InMemoryEmergencies(transactions);
        reports = new InMemoryReports(transactions, tickets, messages, clocks, timelines, emergencies, reminders);
        pages = new InMemoryPages(transactions);
        preflights = new InMemoryPreflights(transactions);
        notices = new InMemoryNotices(transactions);
        auditTrail = new InMemoryAuditTrail(transactions);
        deletions = new InMemoryDeletions(transactions);
        archive = new InMemoryArchive(people, groups, members, attachments);
        erasure = new InMemoryErasure(transactions, tickets, attachments);
        sealedTexts = new InMemorySealedTexts(transactions, tenants, appChanges, webhooks);
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
    public Groups groups() {
        return groups;
    }

    @Override
    public Tickets tickets() {
        return tickets;
    }

    @Override
    public TicketQueue ticketQueue() {
        return ticketQueue;
    }

    @Override
    public Reports reports() {
        return reports;
    }

    @Override
    public Notes notes() {
        return notes;
    }

    @Override
    public Timelines timelines() {
        return timelines;
    }

    @Override
    public Products products() {
        return products;
    }

    @Override
    public PlanPromises planPromises() {
        return planPromises;
    }

    @Override
    public Calendars calendars() {
        return calendars;
    }

    @Override
    public CannedAnswers cannedAnswers() {
        return cannedAnswers;
    }

    @Override
    public Administrators administrators() {
        return administrators;
    }

    @Override
    public SavedViews savedViews() {
        return savedViews;
    }

    @Override
    public Clocks clocks() {
        return clocks;
    }

    @Override
    public Onboardings onboardings() {
        return onboardings;
    }

    @Override
    public ApiTokens apiTokens() {
        return apiTokens;
    }

    @Override
    public Webhooks webhooks() {
        return webhooks;
    }

    @Override
    public KeptAnswers keptAnswers() {
        return keptAnswers;
    }

    @Override
    public AppChanges appChanges() {
        return appChanges;
    }

    @Override
    public SetupLinks setupLinks() {
        return setupLinks;
    }

    @Override
    public Roster roster() {
        return roster;
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
    public QuietTimes quietTimes() {
        return quietTimes;
    }

    @Override
    public CallBudgets callBudgets() {
        return callBudgets;
    }

    @Override
    public BudgetHistory budgetHistory() {
        return budgetHistory;
    }

    @Override
    public Reminders reminders() {
        return reminders;
    }

    @Override
    public Emergencies emergencies() {
        return emergencies;
    }

    @Override
    public Pages pages() {
        return pages;
    }

    @Override
    public Notices notices() {
        return notices;
    }

    @Override
    public Preflights preflights() {
        return preflights;
    }

    @Override
    public Deletions deletions() {
        return deletions;
    }

    @Override
    public Erasure erasure() {
        return erasure;
    }

    @Override
    public Archive archive() {
        return archive;
    }

    @Override
    public SealedTexts sealedTexts() {
        return sealedTexts;
    }

    @Override
    public Fences fences() {
        return fences;
    }

    @Override
    public AuditTrail auditTrail() {
        return auditTrail;
    }
}
