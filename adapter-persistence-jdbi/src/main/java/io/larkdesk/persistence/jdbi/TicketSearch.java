package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Terms;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketQuery;
import io.larkdesk.core.ticket.TicketQuery.Place;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TicketWords;
import io.larkdesk.core.ticket.Tickets.Found;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Lists tickets, in a time that does not grow with how many there are. An index has those of each state in the order asked for; they are
 * walked until there are enough, or for so long as an answer may take: then the next one goes on. Words that few texts have are looked up
 * instead.
 */
final class TicketSearch {

    private static final int FEW = 2_000;
    private static final int WALK = 10_000;

    /** The part of a ticket's texts that is its title. */
    static final long TITLE = 0;

    private static final long DESCRIPTION = -1;

    private static final String INDEX = """
            insert into ticket_text (tenant_id, group_id, part, opened_from, terms)
            values (:tenant, :group, :part, :openedFrom, array_to_tsvector(:terms))
            """;
    private static final String OF_GROUP = "tenant_id = :tenant and opened_from = :group";
    private static final String OF_ENGINEER = "engineer_tenant_id = :personTenant and engineer_id = :person";
    private static final String WALKED = """
            (
                select * from ticket
                where %s and state = '%s' and %s
                order by %s
                limit :walk
            )
            """;
    private static final String LOOKED_UP = "select * from ticket where %s and group_id = any(:among) and %s";
    // The offset keeps the planner from reading all texts with the words before it has looked at a ticket
    private static final String FOUND = """
            (ticket_number = :sought or exists (
                select from ticket_text
                where ticket_text.tenant_id = ticket.tenant_id and ticket_text.group_id = ticket.group_id
                  and terms @@ :wanted::tsquery
                  and (part = 0 or exists (
                      select from member
                      where member.tenant_id = ticket.tenant_id and member.group_id = ticket.group_id
                        and person_tenant_id = :readerTenant and person_id = :reader and left_at is null))
                offset 0
            ))
            """;
    private static final String LIST = """
            select * from (%s) as ticket
            where state = any(:states)
              and (:product::text is null or product = :product)
              and (:engineer::uuid is null or (engineer_tenant_id, engineer_id) = (:engineerTenant, :engineer))
              and %s
            order by %s
            limit :limit
            """;
    private static final String TEXTS = "select * from tickets_with(:wanted::tsquery, %s, :few)";
    private static final String TEXTS_OF_GROUP = TEXTS.formatted(":tenant, :group");
    private static final String TEXTS_OF_ALL = TEXTS.formatted("null, null");
    private static final String GROUP_BY_NUMBER = "select group_id from ticket where ticket_number = :sought";
    private static final Place BEFORE_ALL =
            new Place(new TicketNumber(Long.MAX_VALUE), Instant.parse("9999-12-31T00:00:00Z"), Severity.CRITICAL);

    private final JdbiTransactions transactions;
    private final int few;
    private final int walk;

    TicketSearch(JdbiTransactions transactions) {
        this(transactions, FEW, WALK);
    }

    /**
     * Searches within limits.
     *
     * @param few how many texts may have the words for their tickets to be looked up
     * @param walk how many tickets are looked at for one answer
     */
    TicketSearch(JdbiTransactions transactions, int few, int walk) {
        this.transactions = transactions;
        this.few = few;
        this.walk = walk;
    }

    /** Has the new {@code ticket} found by what it says. */
    void index(Ticket ticket) {
        index(ticket, TITLE, ticket.title().text());
        index(ticket, DESCRIPTION, ticket.description().text());
    }

    private void index(Ticket ticket, long part, String text) {
        Set<String> terms = Terms.of(text).all();
        if (!terms.isEmpty()) {
            transactions.with(handle -> Arguments.group(handle.createUpdate(INDEX), ticket.id())
                    .bind("part", part)
                    .bind("openedFrom", ticket.openedFrom().value())
                    .bindArray("terms", String.class, terms)
                    .execute());
        }
    }

    Found list(TicketQuery query, int limit) {
        if (query.search().map(search -> search.words().wanted().isEmpty()).orElse(false)) {
            return new Found(List.of(), Optional.empty());
        }
        return transactions.with(handle -> {
            Optional<Set<UUID>> among = among(handle, query);
            String source = among.isPresent() ? lookedUp(query) : walked(query) + " limit :walk";
            List<Ticket> found = bind(handle.createQuery(list(source, query)), query)
                    .bindArray("among", UUID.class, among.orElse(Set.of()))
                    .bind("walk", isFiltered(query) ? walk : limit + 1)
                    .bind("limit", limit + 1)
                    .map(TicketRow.TICKET)
                    .list();
            if (found.size() > limit) {
                return new Found(found.subList(0, limit), Optional.of(Place.of(found.get(limit - 1))));
            }
            return new Found(found, among.isPresent() ? Optional.empty() : walkedTo(handle, query));
        });
    }

    /** All tickets that it can be; empty if these are too many. */
    private Optional<Set<UUID>> among(Handle handle, TicketQuery query) {
        return query.among()
                .map(only -> only.stream().map(GroupId::value).collect(Collectors.toSet()))
                .or(() -> query.search().flatMap(search -> few(handle, query, search.words())));
    }

    private Optional<Set<UUID>> few(Handle handle, TicketQuery query, TicketWords words) {
        String sql = query.scope().fold(group -> TEXTS_OF_GROUP, engineer -> TEXTS_OF_ALL);
        Set<UUID> found = new HashSet<>();
        words.number()
                .ifPresent(number -> found.addAll(handle.createQuery(GROUP_BY_NUMBER)
                        .bind("sought", number.value())
                        .mapTo(UUID.class)
                        .list()));
        List<UUID> texts = scope(handle.createQuery(sql), query.scope())
                .bind("wanted", tsquery(words))
                .bind("few", few + 1)
                .mapTo(UUID.class)
                .list();
        found.addAll(texts);
        return texts.size() > few ? Optional.empty() : Optional.of(found);
    }

    /** The words as a tsquery; they have letters and digits only, so that nothing in them means anything else. */
    static String tsquery(TicketWords words) {
        return words.wanted().stream()
                .map(wanted -> "'" + wanted.term() + "'" + (wanted.isWhole() ? "" : ":*"))
                .collect(Collectors.joining(" & "));
    }

    private static String list(String source, TicketQuery query) {
        return LIST.formatted(source, query.search().isPresent() ? FOUND : "true", order(query.sort()));
    }

    private static String lookedUp(TicketQuery query) {
        return LOOKED_UP.formatted(scope(query), after(query.sort()));
    }

    /** Those of each state, merged in their order. */
    private static String walked(TicketQuery query) {
        return states(query.show()).stream()
                .map(state -> WALKED.formatted(scope(query), state, after(query.sort()), order(query.sort())))
                .collect(Collectors.joining(
                        "union all", "select * from (", ") as ticket order by " + order(query.sort())));
    }

    /** Where the walk ended, unless it saw all of them. */
    private Optional<Place> walkedTo(Handle handle, TicketQuery query) {
        return isFiltered(query)
                ? bind(handle.createQuery(walked(query) + " limit 1 offset :walk - 1"), query)
                        .bind("walk", walk)
                        .map(TicketRow.TICKET)
                        .findOne()
                        .map(Place::of)
                : Optional.empty();
    }

    /** Whether tickets are left out for what no index has in order. */
    private static boolean isFiltered(TicketQuery query) {
        return query.search().isPresent()
                || query.product().isPresent()
                || query.engineer().isPresent();
    }

    private static Query bind(Query statement, TicketQuery query) {
        Place place = query.after().orElse(BEFORE_ALL);
        Optional<TicketQuery.Search> search = query.search();
        return scope(statement, query.scope())
                .bindArray("states", String.class, states(query.show()))
                .bind("product", query.product().map(Product::name))
                .bind("engineerTenant", query.engineer().map(PersonId::tenant))
                .bind("engineer", query.engineer().map(PersonId::value))
                .bind(
                        "sought",
                        search.flatMap(wanted -> wanted.words().number()).map(TicketNumber::value))
                .bind("wanted", search.map(wanted -> tsquery(wanted.words())))
                .bind("readerTenant", search.map(wanted -> wanted.reader().tenant()))
                .bind("reader", search.map(wanted -> wanted.reader().value()))
                .bind("number", place.number().value())
                .bind("activeAt", place.activeAt())
                .bind("severity", place.severity().weight());
    }

    private static Query scope(Query statement, TicketQuery.Scope scope) {
        return scope.fold(group -> Arguments.group(statement, group), person -> Arguments.person(statement, person));
    }

    private static String scope(TicketQuery query) {
        return query.scope().fold(group -> OF_GROUP, engineer -> OF_ENGINEER);
    }

    private static String after(TicketQuery.Sort sort) {
        return switch (sort) {
            case LAST_ACTIVITY -> "(active_at, ticket_number) < (:activeAt, :number)";
            case NUMBER -> "ticket_number < :number";
            case SEVERITY -> "(severity, ticket_number) < (:severity, :number)";
        };
    }

    private static String order(TicketQuery.Sort sort) {
        return switch (sort) {
            case LAST_ACTIVITY -> "active_at desc, ticket_number desc";
            case NUMBER -> "ticket_number desc";
            case SEVERITY -> "severity desc, ticket_number desc";
        };
    }

    private static List<String> states(TicketQuery.Show show) {
        return Arrays.stream(TicketState.values())
                .filter(show::includes)
                .map(TicketState::name)
                .toList();
    }
}
