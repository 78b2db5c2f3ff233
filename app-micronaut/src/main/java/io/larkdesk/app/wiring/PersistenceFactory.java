package io.larkdesk.app.wiring;

import io.larkdesk.app.clocks.ClockedTickets;
import io.larkdesk.app.config.DatabaseSettings;
import io.larkdesk.app.config.SettingException;
import io.larkdesk.app.config.Settings;
import io.larkdesk.app.embedded.EmbeddedDatabase;
import io.larkdesk.app.health.MeteredMentions;
import io.larkdesk.app.limits.UrgentWork;
import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.app.tracing.Spans;
import io.larkdesk.app.webhooks.WatchedTimelines;
import io.larkdesk.core.answer.CannedAnswers;
import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.audit.AuditTrail;
import io.larkdesk.core.budget.BudgetHistory;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.clock.Calendars;
import io.larkdesk.core.clock.Clocks;
import io.larkdesk.core.clock.KeepClock;
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
import io.larkdesk.core.webhook.QueueEvents;
import io.larkdesk.core.webhook.Webhooks;
import io.larkdesk.persistence.jdbi.JdbiPersistence;
import io.larkdesk.persistence.jdbi.PersistenceException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** The stores, on the operator's PostgreSQL or on the one that comes with the service. */
@Factory
final class PersistenceFactory {

    /** One part of so many is for Emergencies alone. */
    private static final int PARTS_RESERVED = 5;

    /** Where the database is; stopping it stops the embedded server, if it is that one. */
    record Database(DatabaseSettings access, Runnable stopping) implements AutoCloseable {

        @Override
        public void close() {
            stopping.run();
        }
    }

    @Singleton
    @Bean(preDestroy = "close")
    Database database(Settings settings) {
        return settings.database()
                .map(external -> new Database(external, () -> {}))
                .orElseGet(() -> {
                    EmbeddedDatabase embedded = EmbeddedDatabase.start(settings.data());
                    return new Database(
                            new DatabaseSettings(embedded.url(), embedded.serving(), Optional.of(embedded.owner())),
                            embedded::close);
                });
    }

    @Singleton
    @Bean(preDestroy = "close")
    JdbiPersistence persistence(Database database, Settings settings, UrgentWork urgent, Spans spans) {
        try {
            DatabaseSettings access = database.access();
            JdbiPersistence.Builder builder = JdbiPersistence.connectTo(access.url())
                    .user(access.serving().user())
                    .password(access.serving().password())
                    .connections(settings.connections())
                    .reserve(Math.max(1, settings.connections() / PARTS_RESERVED), urgent::isHere)
                    .scope(CurrentScope::get);
            if (settings.tracing().isPresent()) {
                builder.listener(
                        (sql, took, isWell) -> spans.ended("database", Map.of("db.query.text", sql), took, isWell));
            }
            access.owner().ifPresent(owner -> builder.owner(owner.user(), owner.password()));
            return builder.open();
        } catch (PersistenceException e) {
            throw new SettingException("larkdesk.db.url", "the database cannot be used: " + causes(e), e);
        }
    }

    private static String causes(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure.getMessage() + (cause == null ? "" : "; " + cause.getMessage());
    }

    @Singleton
    Transactions transactions(JdbiPersistence persistence) {
        return persistence.transactions();
    }

    @Singleton
    Tenants tenants(JdbiPersistence persistence) {
        return persistence.tenants();
    }

    @Singleton
    People people(JdbiPersistence persistence) {
        return persistence.people();
    }

    @Singleton
    Sessions sessions(JdbiPersistence persistence) {
        return persistence.sessions();
    }

    @Singleton
    Groups groups(JdbiPersistence persistence) {
        return persistence.groups();
    }

    @Singleton
    Members members(JdbiPersistence persistence) {
        return persistence.members();
    }

    @Singleton
    Invites invites(JdbiPersistence persistence) {
        return persistence.invites();
    }

    @Singleton
    Tickets tickets(JdbiPersistence persistence, KeepClock keepClock) {
        return new ClockedTickets(persistence.tickets(), persistence.transactions(), keepClock);
    }

    @Singleton
    Timelines timelines(JdbiPersistence persistence, QueueEvents queueEvents) {
        return new WatchedTimelines(persistence.timelines(), queueEvents);
    }

    @Singleton
    PlanPromises planPromises(JdbiPersistence persistence) {
        return persistence.planPromises();
    }

    @Singleton
    Calendars calendars(JdbiPersistence persistence) {
        return persistence.calendars();
    }

    @Singleton
    Clocks clocks(JdbiPersistence persistence) {
        return persistence.clocks();
    }

    @Singleton
    Onboardings onboardings(JdbiPersistence persistence) {
        return persistence.onboardings();
    }

    @Singleton
    ApiTokens apiTokens(JdbiPersistence persistence) {
        return persistence.apiTokens();
    }

    @Singleton
    Webhooks webhooks(JdbiPersistence persistence) {
        return persistence.webhooks();
    }

    @Singleton
    KeptAnswers keptAnswers(JdbiPersistence persistence) {
        return persistence.keptAnswers();
    }

    @Singleton
    AppChanges appChanges(JdbiPersistence persistence) {
        return persistence.appChanges();
    }

    @Singleton
    SetupLinks setupLinks(JdbiPersistence persistence) {
        return persistence.setupLinks();
    }

    @Singleton
    Products products(JdbiPersistence persistence) {
        return persistence.products();
    }

    @Singleton
    TicketQueue ticketQueue(JdbiPersistence persistence) {
        return persistence.ticketQueue();
    }

    @Singleton
    Reports reports(JdbiPersistence persistence) {
        return persistence.reports();
    }

    @Singleton
    Notes notes(JdbiPersistence persistence) {
        return persistence.notes();
    }

    @Singleton
    Roster roster(JdbiPersistence persistence) {
        return persistence.roster();
    }

    @Singleton
    Messages messages(JdbiPersistence persistence) {
        return persistence.messages();
    }

    @Singleton
    Attachments attachments(JdbiPersistence persistence) {
        return persistence.attachments();
    }

    @Singleton
    ReadCursors readCursors(JdbiPersistence persistence) {
        return persistence.readCursors();
    }

    @Singleton
    Presences presences(JdbiPersistence persistence) {
        return persistence.presences();
    }

    @Singleton
    Mentions mentions(JdbiPersistence persistence, MeterRegistry meters) {
        return new MeteredMentions(persistence.mentions(), persistence.transactions(), meters);
    }

    @Singleton
    Permits permits(JdbiPersistence persistence) {
        return persistence.permits();
    }

    @Singleton
    CannedAnswers cannedAnswers(JdbiPersistence persistence) {
        return persistence.cannedAnswers();
    }

    @Singleton
    Administrators administrators(JdbiPersistence persistence) {
        return persistence.administrators();
    }

    @Singleton
    SavedViews savedViews(JdbiPersistence persistence) {
        return persistence.savedViews();
    }

    @Singleton
    QuietTimes quietTimes(JdbiPersistence persistence) {
        return persistence.quietTimes();
    }

    @Singleton
    BudgetHistory budgetHistory(JdbiPersistence persistence) {
        return persistence.budgetHistory();
    }

    @Singleton
    CallBudgets callBudgets(JdbiPersistence persistence) {
        return persistence.callBudgets();
    }

    @Singleton
    Reminders reminders(JdbiPersistence persistence) {
        return persistence.reminders();
    }

    @Singleton
    Emergencies emergencies(JdbiPersistence persistence) {
        return persistence.emergencies();
    }

    @Singleton
    AuditTrail auditTrail(JdbiPersistence persistence) {
        return persistence.auditTrail();
    }

    @Singleton
    Deletions deletions(JdbiPersistence persistence) {
        return persistence.deletions();
    }

    @Singleton
    Erasure erasure(JdbiPersistence persistence) {
        return persistence.erasure();
    }

    @Singleton
    Archive archive(JdbiPersistence persistence) {
        return persistence.archive();
    }

    @Singleton
    Fences fences(JdbiPersistence persistence) {
        return persistence.fences();
    }

    @Singleton
    SealedTexts sealedTexts(JdbiPersistence persistence) {
        return persistence.sealedTexts();
    }

    @Singleton
    Preflights preflights(JdbiPersistence persistence) {
        return persistence.preflights();
    }

    @Singleton
    Notices notices(JdbiPersistence persistence) {
        return persistence.notices();
    }

    @Singleton
    Pages pages(JdbiPersistence persistence) {
        return persistence.pages();
    }
}
