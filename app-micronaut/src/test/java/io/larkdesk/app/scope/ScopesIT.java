package io.larkdesk.app.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantScope;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.Tickets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In the running service a customer's requests see what is the customer's, whatever a use case would ask for. */
class ScopesIT {

    /** Has the table of messages tell in which scope each is read or written, without changing what is found. */
    private static final List<String> SPY = List.of(
            "create table seen (scope text, tenant_id uuid)",
            """
            create function spy(tenant uuid) returns boolean language plpgsql security definer as $$
            begin
                insert into public.seen values (coalesce(current_setting('larkdesk.tenant', true), ''), tenant);
                return true;
            end
            $$
            """,
            "create policy spy on message as restrictive using (spy(tenant_id))");

    private static RunningDesk desk;
    private static SignedIn daniel;
    private static SignedIn lena;
    private static SignedIn sofia;

    @BeforeAll
    static void start() throws SQLException {
        desk = RunningDesk.start(Map.of());
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
        sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        for (String sql : SPY) {
            execute(sql);
        }
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(desk.database());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** In which scopes messages of the person's tenant were read and written since this was asked last. */
    private static Set<String> seen(SignedIn person) throws SQLException {
        Set<String> scopes = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(desk.database());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "delete from seen where tenant_id = '" + of(person) + "' returning scope")) {
            while (rows.next()) {
                scopes.add(rows.getString(1));
            }
        }
        return scopes;
    }

    private static TenantId of(SignedIn person) {
        return person.person().id().tenant();
    }

    private static <T> T in(TenantScope scope, Supplier<T> work) {
        return CurrentScope.in(scope, work);
    }

    @Test
    void whatIsAskedPastUseCasesInACustomersScopeGivesNothingForeign() {
        String path = lena.openTicket("Only for Meridian");
        lena.say("Meridian alone reads this");
        TicketNumber number = new TicketNumber(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));
        GroupId foreign = SignedIn.groupOf(desk.node(), "cli_meridian");
        Tenants allTenants = desk.node().bean(Tenants.class);
        Tickets allTickets = desk.node().bean(Tickets.class);
        Messages allMessages = desk.node().bean(Messages.class);
        People allPeople = desk.node().bean(People.class);
        Supplier<List<TenantId>> tenants =
                () -> allTenants.list().stream().map(Tenant::id).toList();
        Supplier<Optional<Ticket>> ticket = () -> allTickets.findByNumber(number);
        Supplier<List<Message>> messages = () -> allMessages.listBefore(foreign, Long.MAX_VALUE, 100);
        Supplier<Optional<Person>> person = () -> allPeople.find(lena.person().id());
        TenantScope harbour = new TenantScope.One(of(daniel));

        assertThat(in(harbour, tenants)).containsExactlyInAnyOrder(of(daniel), of(sofia));
        assertThat(in(harbour, ticket)).isEmpty();
        assertThat(in(harbour, messages)).isEmpty();
        assertThat(in(harbour, person)).isEmpty();

        for (TenantScope wider : List.of(new TenantScope.Everybody(), new TenantScope.One(of(lena)))) {
            assertThat(in(wider, tenants)).contains(of(lena));
            assertThat(in(wider, ticket)).isPresent();
            assertThat(in(wider, messages)).isNotEmpty();
            assertThat(in(wider, person)).isPresent();
        }
        assertThat(in(new TenantScope.Nobody(), tenants)).containsExactly(of(sofia));
    }

    @Test
    void aCustomersRequestsAreInItsScopeAndStaffsAreInAll() throws SQLException {
        seen(daniel);
        daniel.say("Anybody there?");
        daniel.page("");
        daniel.browser().get("/lark/cli_harbour/workbench");
        assertThat(seen(daniel)).containsExactly(of(daniel).toString());

        sofia.browser().get(sofia.path(SignedIn.groupOf(desk.node(), "cli_harbour"), ""));
        assertThat(seen(daniel)).containsExactly("all");
    }

    @Test
    void whoeverHasNotSaidForWhomItIsGetsNoTransaction() {
        Tenants tenants = desk.node().bean(Tenants.class);
        assertThatThrownBy(() -> CompletableFuture.supplyAsync(tenants::list).join())
                .hasMessageContaining("nobody has said for which tenants");
    }
}
