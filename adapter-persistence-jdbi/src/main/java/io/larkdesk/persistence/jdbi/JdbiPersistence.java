package io.larkdesk.persistence.jdbi;

import com.zaxxer.hikari.HikariDataSource;
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
import io.larkdesk.core.tenant.TenantScope;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.core.ticket.Notes;
import io.larkdesk.core.ticket.Products;
import io.larkdesk.core.ticket.Tickets;
import io.larkdesk.core.ticket.Timelines;
import io.larkdesk.core.token.ApiTokens;
import io.larkdesk.core.token.KeptAnswers;
import io.larkdesk.core.webhook.Webhooks;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The core's stores on PostgreSQL 15 or later. All that one instance hands out joins the same {@link #transactions}.
 *
 * <p>Stores throw {@link PersistenceException} when the database fails them, and
 * {@link io.larkdesk.core.shared.ConflictException} when somebody else was faster. Times are the database's; its session's zone and
 * the machine's do not matter. Whatever is asked for, policies in the database keep it to a {@link TenantScope}. Thread-safe.
 */
public final class JdbiPersistence implements AutoCloseable {

    private final JdbiTransactions transactions;
    private final Schema schema;
    private final PostgresConnections.Source unpooled;
    private final Supplier<PoolUse> poolUse;
    private final Runnable closing;

    JdbiPersistence(
            JdbiTransactions transactions,
            Schema schema,
            PostgresConnections.Source unpooled,
            Supplier<PoolUse> poolUse,
            Runnable closing) {
        this.transactions = transactions;
        this.schema = schema;
        this.unpooled = unpooled;
        this.poolUse = poolUse;
        this.closing = closing;
    }

    /** Is told of statements, by the thread whose they were, right after each. What it throws is the statement's failure. */
    public interface StatementListener {

        /**
         * A statement has ended.
         *
         * @param sql with the names of its parameters, and not their values
         * @param took from its beginning to its end
         * @param isWell whether the database did it
         */
        void ended(String sql, Duration took, boolean isWell);
    }

    /**
     * How a pool is used at a moment.
     *
     * @param inUse connections that are at work
     * @param waiting threads that wait for one
     */
    public record PoolUse(int inUse, int waiting) {}

    /**
     * Stores on connections of {@code dataSource}, which should be a pool with timeouts, and stays the caller's to close. Nothing is
     * migrated unless {@link #migrate} is called. Everything is for all tenants, and nothing holds a superuser.
     */
    public static JdbiPersistence over(DataSource dataSource) {
        return new JdbiPersistence(
                JdbiTransactions.over(dataSource::getConnection, TenantScope.Everybody::new),
                new Schema(flyway -> flyway.dataSource(dataSource)),
                PostgresConnections.Source.of(dataSource),
                () -> new PoolUse(0, 0),
                () -> {});
    }

    /**
     * Stores on a pool of their own.
     *
     * @param url of JDBC, such as {@code jdbc:postgresql://localhost/larkdesk}; parameters in it go before our settings
     */
    public static Builder connectTo(String url) {
        return new Builder(url);
    }

    /**
     * Brings the schema up to date; does nothing if it is. Several nodes may do so at once.
     *
     * @throws PersistenceException if it cannot be, or a newer program made the schema
     */
    public void migrate() {
        schema.migrate();
    }

    /** Whether a newer program, with which this one can work, has changed the schema since; asks the database. */
    public boolean isSchemaNewer() {
        return schema.isNewer();
    }

    /** How our pool is used; none is where the caller's is. */
    public PoolUse poolUse() {
        return poolUse.get();
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

    /**
     * Begins to signal between the nodes on this database; the caller closes it. Its two connections are not of our pool, but they are
     * of the {@code dataSource} of {@link #over}.
     *
     * @param heard is told what may be new
     */
    public GroupSignals signals(SignalsHeard heard) {
        return GroupSignals.start(unpooled, heard);
    }

    /** Ends the pool, if it is ours. */
    @Override
    public void close() {
        closing.run();
    }

    /** Collects what a pool of our own needs. */
    public static final class Builder {

        private final String url;
        private String user = "larkdesk";
        private String password = "";
        private Optional<PostgresConnections> owner = Optional.empty();
        private Supplier<TenantScope> scope = TenantScope.Everybody::new;
        private int connections = 10;
        private int reserved;
        private BooleanSupplier isUrgent = () -> false;
        private Optional<StatementListener> listener = Optional.empty();

        private Builder(String url) {
            this.url = Objects.requireNonNull(url, "url");
        }

        /** Who signs in, and serves; {@code larkdesk} unless set. */
        public Builder user(String name) {
            this.user = name;
            return this;
        }

        /** The user's password; none unless set. */
        public Builder password(String secret) {
            this.password = secret;
            return this;
        }

        /** Who signs in to bring the schema up to date, and owns it; whoever serves, unless set. */
        public Builder owner(String name, String secret) {
            this.owner = Optional.of(new PostgresConnections(url, name, secret, Optional.empty()));
            return this;
        }

        /** Tells in what the calling thread works, asked for each transaction; {@link TenantScope.Everybody} unless set. */
        public Builder scope(Supplier<TenantScope> current) {
            this.scope = current;
            return this;
        }

        /** The most connections at once; 10 unless set. */
        public Builder connections(int most) {
            this.connections = most;
            return this;
        }

        /**
         * Keeps some of the connections free for what is urgent; none unless set.
         *
         * @param some how many, fewer than there are
         * @param urgent asked by the thread that wants a connection: whether what it does is urgent
         */
        public Builder reserve(int some, BooleanSupplier urgent) {
            this.reserved = some;
            this.isUrgent = Objects.requireNonNull(urgent, "urgent");
            return this;
        }

        /** Is told of each statement; nobody is unless set, which costs nothing. */
        public Builder listener(StatementListener told) {
            this.listener = Optional.of(told);
            return this;
        }

        /**
         * Connects, and brings the schema up to date. A superuser's connections work as a role {@code larkdesk_serving}, which is made if it is
         * not there, because nothing would hold a superuser.
         *
         * @throws PersistenceException if the database cannot be reached, a newer program made its schema, or whoever serves has BYPASSRLS
         * @throws IllegalArgumentException if all connections are reserved
         */
        public JdbiPersistence open() {
            if (reserved >= connections) {
                throw new IllegalArgumentException("no connection is left for what is not urgent");
            }
            PostgresConnections login = new PostgresConnections(url, user, password, Optional.empty());
            Schema schema = new Schema(owner.orElse(login)::configure);
            PostgresConnections serving = login.as(ServingRole.prepare(login, owner.orElse(login), schema));
            HikariDataSource pool = serving.pool(connections);
            ReservingConnections some = new ReservingConnections(pool, connections - reserved, isUrgent);
            return new JdbiPersistence(
                    JdbiTransactions.over(some, scope, listener), schema, serving::open, some::use, pool::close);
        }
    }
}
