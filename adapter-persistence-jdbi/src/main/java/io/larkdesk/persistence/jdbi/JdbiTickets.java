package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketCounts;
import io.larkdesk.core.ticket.TicketQuery;
import io.larkdesk.core.ticket.Tickets;
import io.larkdesk.core.ticket.Workload;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table {@code ticket} and its counter; what is counted of it is kept by {@link TicketCounters}. */
final class JdbiTickets implements Tickets {

    private static final String NEXT_NUMBER = "select nextval('ticket_number')";
    static final String SKIP_NUMBERS = "select max(nextval('ticket_number')) from generate_series(1, :many)";
    private static final String FIND = "select * from ticket where tenant_id = :tenant and group_id = :group";
    private static final String LOCK = FIND + " for no key update";
    private static final String FIND_BY_NUMBER = "select * from ticket where ticket_number = :number";
    private static final String FIND_BY_CLIENT_ID = """
            select * from ticket
            where tenant_id = :tenant and opened_from = :group and opener_id = :person and client_id = :clientId
              and opener_tenant_id = :personTenant
            """;
    private static final String LIST_PRODUCTS_OF = """
            select product from ticket
            where tenant_id = :tenant and opened_from = :group and opener_tenant_id = :personTenant and opener_id = :person
              and product is not null
            group by product
            order by max(ticket_number) desc
            limit :limit
            """;
    private static final String LIST_ALL = """
            select * from ticket
            where (tenant_id, group_id) in (select * from unnest(:tenants, :groups))
            """;
    private static final String SAVE = """
            insert into ticket (tenant_id, group_id, opened_from, ticket_number, title, description, product, severity, state,
                                opener_tenant_id, opener_id, client_id, engineer_tenant_id, engineer_id, version, opened_at,
                                changed_at, active_at, resolved_at, closed_at, resolution, stars, rating_word, owner_tenant_id, owner_id,
                                waiting_since)
            values (:tenant, :group, :openedFrom, :number, :title, :description, :product, :severity, :state,
                    :openerTenant, :opener, :clientId, :engineerTenant, :engineer, :version, :openedAt,
                    :changedAt, :activeAt, :resolvedAt, :closedAt, :resolution, :stars, :ratingWord, :ownerTenant, :owner,
                    :waitingSince)
            on conflict (tenant_id, group_id) do update
            set opened_from = excluded.opened_from, ticket_number = excluded.ticket_number, title = excluded.title,
                description = excluded.description, product = excluded.product, severity = excluded.severity,
                state = excluded.state, opener_tenant_id = excluded.opener_tenant_id, opener_id = excluded.opener_id,
                client_id = excluded.client_id, engineer_tenant_id = excluded.engineer_tenant_id,
                engineer_id = excluded.engineer_id, version = excluded.version, opened_at = excluded.opened_at,
                changed_at = excluded.changed_at, active_at = excluded.active_at, resolved_at = excluded.resolved_at,
                closed_at = excluded.closed_at, resolution = excluded.resolution, stars = excluded.stars,
                rating_word = excluded.rating_word, owner_tenant_id = excluded.owner_tenant_id, owner_id = excluded.owner_id,
                waiting_since = excluded.waiting_since
            """;
    private static final String NOTE_ACTIVITY =
            "update ticket set active_at = :at where tenant_id = :tenant and group_id = :group";
    private static final String LIST_HELD_BY = """
            select tenant_id, group_id from ticket
            where engineer_tenant_id = :personTenant and engineer_id = :person and state <> 'CLOSED'
            """;
    private static final String LIST_SILENT = """
            select tenant_id, group_id from ticket
            where state = 'RESOLVED' and active_at <= :instant
            order by active_at
            limit :limit
            """;
    private final JdbiTransactions transactions;
    private final TicketCounters counters;
    private final TicketSearch search;

    JdbiTickets(JdbiTransactions transactions) {
        this.transactions = transactions;
        this.counters = new TicketCounters(transactions);
        this.search = new TicketSearch(transactions);
    }

    @Override
    public TicketNumber nextNumber() {
        return transactions.with(handle -> new TicketNumber(
                handle.createQuery(NEXT_NUMBER).mapTo(long.class).one()));
    }

    @Override
    public void skipNumbers(int many) {
        transactions.with(handle -> handle.createQuery(SKIP_NUMBERS)
                .bind("many", many)
                .mapTo(long.class)
                .one());
    }

    @Override
    public Optional<Ticket> find(GroupId id) {
        return transactions.with(handle -> Arguments.group(handle.createQuery(FIND), id)
                .map(TicketRow.TICKET)
                .findOne());
    }

    @Override
    public Optional<Ticket> findByNumber(TicketNumber number) {
        return transactions.with(handle -> handle.createQuery(FIND_BY_NUMBER)
                .bind("number", number.value())
                .map(TicketRow.TICKET)
                .findOne());
    }

    @Override
    public Optional<Ticket> findByClientId(GroupId serviceGroup, PersonId opener, ClientId clientId) {
        return transactions.with(
                handle -> Arguments.person(Arguments.group(handle.createQuery(FIND_BY_CLIENT_ID), serviceGroup), opener)
                        .bind("clientId", clientId.value())
                        .map(TicketRow.TICKET)
                        .findOne());
    }

    @Override
    public List<Product> listProductsOf(GroupId serviceGroup, PersonId opener, int limit) {
        return transactions.with(
                handle -> Arguments.person(Arguments.group(handle.createQuery(LIST_PRODUCTS_OF), serviceGroup), opener)
                        .bind("limit", limit)
                        .map((row, context) -> new Product(row.getString("product")))
                        .list());
    }

    @Override
    public Optional<Ticket> lock(GroupId id) {
        return transactions.withRunning(handle -> Arguments.group(handle.createQuery(LOCK), id)
                .map(TicketRow.TICKET)
                .findOne());
    }

    @Override
    public List<Ticket> listAll(Collection<GroupId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return transactions.with(handle -> Arguments.groups(handle.createQuery(LIST_ALL), ids)
                .map(TicketRow.TICKET)
                .list());
    }

    @Override
    public void save(Ticket ticket) {
        transactions.inTransaction(now -> {
            Optional<Ticket> before = lock(ticket.id());
            transactions.with(
                    handle -> TicketRow.bind(handle.createUpdate(SAVE), ticket).execute());
            counters.count(before, ticket);
            if (before.isEmpty()) {
                search.index(ticket);
            }
            return ticket;
        });
    }

    @Override
    public void noteActivity(GroupId id, Instant at) {
        int noted = transactions.with(handle -> Arguments.group(handle.createUpdate(NOTE_ACTIVITY), id)
                .bind("at", at)
                .execute());
        if (noted == 0) {
            throw new IllegalStateException("there is no ticket " + id);
        }
    }

    @Override
    public Found list(TicketQuery query, int limit) {
        return search.list(query, limit);
    }

    @Override
    public TicketCounts count(TicketQuery.Scope scope) {
        return scope.fold(counters::ofGroup, counters::ofEngineer);
    }

    @Override
    public List<Workload> lockWorkloads(Collection<PersonId> engineers) {
        return counters.lock(engineers);
    }

    @Override
    public List<GroupId> listHeldBy(PersonId engineer) {
        return transactions.with(handle -> Arguments.person(handle.createQuery(LIST_HELD_BY), engineer)
                .map((row, context) -> Columns.group(row))
                .list());
    }

    @Override
    public List<GroupId> listSilent(Instant instant, int limit) {
        return transactions.with(handle -> handle.createQuery(LIST_SILENT)
                .bind("instant", instant)
                .bind("limit", limit)
                .map((row, context) -> Columns.group(row))
                .list());
    }
}
