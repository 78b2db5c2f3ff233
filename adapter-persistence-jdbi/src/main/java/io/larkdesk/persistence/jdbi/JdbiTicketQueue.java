package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.queue.QueueQuery;
import io.larkdesk.core.queue.QueueQuery.Assignee;
import io.larkdesk.core.queue.QueueQuery.Place;
import io.larkdesk.core.queue.QueueQuery.Whose;
import io.larkdesk.core.queue.TicketQueue;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;

/**
 * The table {@code ticket}, as far as its tickets are not closed. An index has those of each service group, and of each engineer, in the
 * queue's order; of every group as many are taken as are asked for, and merged.
 */
final class JdbiTicketQueue implements TicketQueue {

    private static final String SERVED = """
            (
                select service_group.tenant_id, service_group.group_id
                from member join service_group using (tenant_id, group_id)
                where person_tenant_id = :personTenant and person_id = :person and left_at is null and not shelved
            )
            """;
    private static final String ALL = "service_group";
    private static final String OF_GROUPS = """
            select ticket.* from %s as served
            cross join lateral (
                select * from ticket
                where ticket.tenant_id = served.tenant_id and opened_from = served.group_id and %s
                order by answered, queued_since, ticket_number
                limit :limit
            ) as ticket
            """;
    private static final String OF_ENGINEER = """
            select * from ticket
            where engineer_tenant_id = :personTenant and engineer_id = :person and %s
            """;
    private static final String IN_ORDER = " order by answered, queued_since, ticket_number limit :limit";
    private static final String AMONG =
            " and (ticket.tenant_id, ticket.group_id) in (select * from unnest(:tenants, :groups))";
    private static final String AFTER = " and (answered, queued_since, ticket_number) > (:answered, :since, :number)";
    private static final String FOUND = """
             and (ticket_number = :sought or exists (
                select from ticket_text
                where ticket_text.tenant_id = ticket.tenant_id and ticket_text.group_id = ticket.group_id and part = %d
                  and terms @@ :wanted::tsquery
            ))
            """.formatted(TicketSearch.TITLE);
    private static final String ASSIGNED = " and (engineer_tenant_id, engineer_id) = (:assigneeTenant, :assignee)";
    private static final String AT_RISK = """
             and exists (
                select from ticket_clock as clock
                where clock.tenant_id = ticket.tenant_id and clock.group_id = ticket.group_id
                  and (response_due is not null and told && '{RESPONSE_SOON,RESPONSE_BROKEN}'
                    or resolution_due is not null and told && '{RESOLUTION_SOON,RESOLUTION_BROKEN}')
            )
            """;
    private static final String COUNT = "select count(*) from (%s limit :limit) as found";
    private static final String LIST_CUSTOMERS = "select tenant_id from %s as served limit :limit";

    private final JdbiTransactions transactions;

    JdbiTicketQueue(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Ticket> list(QueueQuery query, int limit) {
        return transactions.with(handle -> bind(handle.createQuery(found(query) + IN_ORDER), query, limit)
                .map(TicketRow.TICKET)
                .list());
    }

    @Override
    public int count(QueueQuery query, int most) {
        return transactions.with(handle -> bind(handle.createQuery(COUNT.formatted(found(query))), query, most)
                .mapTo(int.class)
                .one());
    }

    @Override
    public List<TenantId> listCustomers(QueueQuery query, int most) {
        String groups = query.whose() == Whose.ALL ? ALL : SERVED;
        return transactions.with(
                handle -> Arguments.person(handle.createQuery(LIST_CUSTOMERS.formatted(groups)), query.asker())
                        .bind("limit", most)
                        .map((row, context) -> new TenantId(Columns.uuid(row, "tenant_id")))
                        .list());
    }

    private static String found(QueueQuery query) {
        return switch (query.whose()) {
            case MINE -> OF_ENGINEER.formatted(wanted(query));
            case SERVED -> OF_GROUPS.formatted(SERVED, wanted(query));
            case ALL -> OF_GROUPS.formatted(ALL, wanted(query));
        };
    }

    private static String wanted(QueueQuery query) {
        return query.turn().map(turn -> "turn = '" + turn.name() + "'").orElse("turn is not null")
                + query.customer()
                        .map(customer -> " and ticket.tenant_id = :customer")
                        .orElse("")
                + query.engineer()
                        .map(who -> who.engineer().isPresent() ? ASSIGNED : " and engineer_id is null")
                        .orElse("")
                + (query.isAtRisk() ? AT_RISK : "")
                + query.among().map(among -> AMONG).orElse("")
                + query.words().map(words -> FOUND).orElse("")
                + query.after().map(place -> AFTER).orElse("");
    }

    private static Query bind(Query statement, QueueQuery query, int limit) {
        Optional<Place> after = query.after();
        Optional<PersonId> assignee = query.engineer().flatMap(Assignee::engineer);
        return Arguments.groups(
                        Arguments.person(statement, query.asker()),
                        query.among().orElse(Set.of()))
                .bind("limit", limit)
                .bind("customer", query.customer())
                .bind("assigneeTenant", assignee.map(PersonId::tenant))
                .bind("assignee", assignee.map(PersonId::value))
                .bind("sought", query.words().flatMap(TicketWords::number).map(number -> number.value()))
                .bind(
                        "wanted",
                        query.words().filter(words -> !words.wanted().isEmpty()).map(TicketSearch::tsquery))
                .bind("answered", after.map(Place::isAnswered))
                .bind("since", after.map(Place::since))
                .bind("number", after.map(place -> place.number().value()));
    }
}
