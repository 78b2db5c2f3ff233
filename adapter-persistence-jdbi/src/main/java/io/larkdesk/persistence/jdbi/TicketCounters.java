package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketCounts;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.Workload;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** The tables {@code ticket_count} and {@code workload}: one row for each service group and each of the service team, so that nothing has to be counted. */
final class TicketCounters {

    private static final String OF_GROUP = "select * from ticket_count where tenant_id = :tenant and group_id = :group";
    private static final String OF_ENGINEER =
            "select * from workload where tenant_id = :personTenant and person_id = :person";
    private static final String COUNT_GROUP = """
            insert into ticket_count as known (tenant_id, group_id, new, in_progress, waiting_for_customer, resolved, closed)
            values (:tenant, :group, :new, :in_progress, :waiting_for_customer, :resolved, :closed)
            on conflict (tenant_id, group_id) do update
            set new = known.new + excluded.new, in_progress = known.in_progress + excluded.in_progress,
                waiting_for_customer = known.waiting_for_customer + excluded.waiting_for_customer,
                resolved = known.resolved + excluded.resolved, closed = known.closed + excluded.closed
            """;
    private static final String COUNT_ENGINEER = """
            insert into workload as known (tenant_id, person_id, new, in_progress, waiting_for_customer, resolved, closed, assigned_at)
            values (:personTenant, :person, :new, :in_progress, :waiting_for_customer, :resolved, :closed, :assignedAt)
            on conflict (tenant_id, person_id) do update
            set new = known.new + excluded.new, in_progress = known.in_progress + excluded.in_progress,
                waiting_for_customer = known.waiting_for_customer + excluded.waiting_for_customer,
                resolved = known.resolved + excluded.resolved, closed = known.closed + excluded.closed,
                assigned_at = coalesce(excluded.assigned_at, known.assigned_at)
            """;
    private static final String BEGIN = """
            insert into workload (tenant_id, person_id)
            select * from unnest(:personTenants, :persons) as wanted (tenant_id, person_id)
            order by tenant_id, person_id
            on conflict do nothing
            """;
    private static final String LOCK = """
            select * from workload
            where (tenant_id, person_id) in (select * from unnest(:personTenants, :persons))
            order by tenant_id, person_id
            for update
            """;
    private static final RowMapper<TicketCounts> COUNTS = (row, context) -> counts(row);
    private static final RowMapper<Workload> WORKLOAD = (row, context) -> new Workload(
            Columns.person(row, "tenant_id", "person_id"),
            row.getInt("new") + row.getInt("in_progress") + row.getInt("waiting_for_customer"),
            Columns.findInstant(row, "assigned_at"));
    // As PostgreSQL orders them, so that no two transactions wait for each other
    private static final Comparator<PersonId> LOCKING_ORDER = Comparator.comparing(
                    (PersonId person) -> person.tenant().value().toString())
            .thenComparing(person -> person.value().toString());

    private final JdbiTransactions transactions;

    TicketCounters(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    TicketCounts ofGroup(GroupId serviceGroup) {
        return transactions.with(handle -> Arguments.group(handle.createQuery(OF_GROUP), serviceGroup)
                .map(COUNTS)
                .findOne()
                .orElseGet(() -> new TicketCounts(Map.of())));
    }

    TicketCounts ofEngineer(PersonId engineer) {
        return transactions.with(handle -> Arguments.person(handle.createQuery(OF_ENGINEER), engineer)
                .map(COUNTS)
                .findOne()
                .orElseGet(() -> new TicketCounts(Map.of())));
    }

    List<Workload> lock(Collection<PersonId> engineers) {
        return transactions.withRunning(handle -> {
            Arguments.persons(handle.createUpdate(BEGIN), engineers).execute();
            return Arguments.persons(handle.createQuery(LOCK), engineers).map(WORKLOAD).stream()
                    .sorted(Comparator.comparing(Workload::engineer))
                    .toList();
        });
    }

    /** Counts what has become of a ticket; most of what happens to one changes nothing here, and locks nothing. */
    void count(Optional<Ticket> before, Ticket after) {
        boolean moved = !before.map(Ticket::state).equals(Optional.of(after.state()));
        boolean given = !before.map(Ticket::engineer).equals(Optional.of(after.engineer()));
        if (moved || given) {
            Stream.concat(before.flatMap(Ticket::engineer).stream(), after.engineer().stream())
                    .distinct()
                    .sorted(LOCKING_ORDER)
                    .forEach(engineer -> countEngineer(engineer, before, after));
        }
        if (moved) {
            Map<TicketState, Integer> changes = new EnumMap<>(TicketState.class);
            before.ifPresent(ticket -> changes.merge(ticket.state(), -1, Integer::sum));
            changes.merge(after.state(), 1, Integer::sum);
            transactions.with(
                    handle -> bind(Arguments.group(handle.createUpdate(COUNT_GROUP), after.openedFrom()), changes)
                            .execute());
        }
    }

    private void countEngineer(PersonId engineer, Optional<Ticket> before, Ticket after) {
        Map<TicketState, Integer> changes = new EnumMap<>(TicketState.class);
        boolean had = before.flatMap(Ticket::engineer).filter(engineer::equals).isPresent();
        boolean has = after.engineer().filter(engineer::equals).isPresent();
        if (had) {
            changes.merge(before.orElseThrow().state(), -1, Integer::sum);
        }
        if (has) {
            changes.merge(after.state(), 1, Integer::sum);
        }
        Optional<Instant> assignedAt = has && !had ? Optional.of(after.times().changedAt()) : Optional.empty();
        transactions.with(handle -> bind(Arguments.person(handle.createUpdate(COUNT_ENGINEER), engineer), changes)
                .bind("assignedAt", assignedAt)
                .execute());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Map<TicketState, Integer> changes) {
        for (TicketState state : TicketState.values()) {
            statement.bind(column(state), changes.getOrDefault(state, 0).intValue());
        }
        return statement;
    }

    private static TicketCounts counts(ResultSet row) throws SQLException {
        Map<TicketState, Integer> counts = new EnumMap<>(TicketState.class);
        for (TicketState state : TicketState.values()) {
            counts.put(state, row.getInt(column(state)));
        }
        return new TicketCounts(counts);
    }

    private static String column(TicketState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
