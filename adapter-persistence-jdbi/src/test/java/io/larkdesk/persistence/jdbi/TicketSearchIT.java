package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketQuery;
import io.larkdesk.core.ticket.TicketQuery.Search;
import io.larkdesk.core.ticket.TicketQuery.Show;
import io.larkdesk.core.ticket.TicketQuery.Sort;
import io.larkdesk.core.ticket.TicketWords;
import io.larkdesk.core.ticket.Tickets.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whichever way tickets are looked for, the same are found; and no way looks at more of them the more there are. */
final class TicketSearchIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final int TICKETS = 40_000;
    private static final int PAGE = 50;
    private static final int FEW = 300;
    private static final int WALK = 1_000;
    private static final GroupId GROUP = new GroupId(new TenantId(new UUID(0, 1)), new UUID(0, 2));
    private static final PersonId READER = new PersonId(GROUP.tenant(), new UUID(0, 3));
    private static final PersonId ENGINEER = new PersonId(new TenantId(new UUID(0, 4)), new UUID(0, 5));

    private final JdbiTransactions transactions =
            (JdbiTransactions) DATABASE.persistence().transactions();

    // Every fourth is of the group. Every 500th has a product of its own, every 400th the engineer, every 100th a word;
    // every other has the reader in
    // its group
    @BeforeAll
    static void openMany() {
        DATABASE.jdbi()
                .useHandle(handle -> handle.createScript("""
                        insert into ticket (tenant_id, group_id, opened_from, ticket_number, title, description, product, severity, state,
                                            opener_tenant_id, opener_id, owner_tenant_id, owner_id, client_id, engineer_tenant_id, engineer_id, version,
                                            opened_at, changed_at, active_at, resolved_at, closed_at)
                        select uuid(lpad('1', 32, '0')), uuid(lpad('f' || i, 32, '0')), uuid(lpad(case i %% 4 when 0 then '2' else '8' end, 32, '0')), i, 'Ticket ' || i, '',
                               case i %% 500 when 0 then 'Rare' else 'Common' end, 1 + i / 4 %% 4,
                               (array['NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER', 'RESOLVED', 'CLOSED'])[1 + i %% 5],
                               uuid(lpad('1', 32, '0')), uuid(lpad('3', 32, '0')), uuid(lpad('1', 32, '0')), uuid(lpad('3', 32, '0')), gen_random_uuid(),
                               case i %% 400 when 0 then uuid(lpad('4', 32, '0')) end, case i %% 400 when 0 then uuid(lpad('5', 32, '0')) end,
                               1, at, at, at, null, null
                        from generate_series(1, %d) as i, lateral (select timestamptz '2026-01-01' + i * interval '1 minute') as t (at);
                        insert into ticket_text (tenant_id, group_id, part, opened_from, terms)
                        select tenant_id, group_id, part, opened_from,
                               array_to_tsvector(array['ticket', 'n' || ticket_number]
                                   || case ticket_number %% 100 when 0 then array['hundredth'] else array[]::text[] end)
                        from ticket, generate_series(0, 1) as part;
                        insert into member (tenant_id, group_id, person_tenant_id, person_id, joined_at)
                        select tenant_id, group_id, uuid(lpad('1', 32, '0')), uuid(lpad('3', 32, '0')), opened_at
                        from ticket where ticket_number / 4 %% 2 = 0;
                        vacuum analyze
                        """.formatted(TICKETS)).executeAsSeparateStatements());
    }

    @Test
    void whetherTheyAreWalkedOrLookedUpTheSameTicketsAreFound() {
        TicketSearch walking = new TicketSearch(transactions, 0, 7_000);
        TicketSearch lookingUp = new TicketSearch(transactions, 1_000_000, 7_000);
        for (Sort sort : Sort.values()) {
            for (TicketQuery query : List.of(
                    words("hundredth", Show.ALL, sort),
                    words("hundredth ticket", Show.OPEN, sort),
                    words("n1236", Show.CLOSED, sort),
                    words("n776", Show.ALL, sort),
                    words("776", Show.ALL, sort))) {
                List<Ticket> walked = all(walking, query);
                assertThat(walked).as(query.toString()).isNotEmpty();
                assertThat(walked).as(query.toString()).containsExactlyElementsOf(all(lookingUp, query));
            }
        }
        assertThat(all(walking, words("hundredth", Show.ALL, Sort.NUMBER))).hasSize(TICKETS / 100);
        assertThat(all(walking, product("Rare"))).hasSize(TICKETS / 500);
        assertThat(all(walking, engineer())).hasSize(TICKETS / 400);
    }

    @Test
    void onePageLooksAtFewTickets() {
        TicketSearch search = new TicketSearch(transactions, FEW, WALK);
        for (Sort sort : Sort.values()) {
            for (Show show : List.of(Show.ALL, Show.OPEN, Show.NEW)) {
                TicketQuery plain = query(show, Optional.empty(), Optional.empty(), Optional.empty(), sort);
                requireLooked(search, plain, 5 * PAGE);
                requireLooked(search, plain.from(search.list(plain, PAGE).next()), 5 * PAGE);
                requireLooked(search, words("ticket", show, sort), 5 * WALK);
                requireLooked(search, words("n39996", show, sort), 10);
            }
        }
        requireLooked(search, words("hundredth", Show.ALL, Sort.LAST_ACTIVITY), 5 * WALK);
        requireLooked(search, product("Rare"), 5 * WALK);
        requireLooked(search, engineer(), 5 * WALK);
    }

    private void requireLooked(TicketSearch search, TicketQuery query, int most) {
        long looked = transactions.inTransaction(now -> {
            long before = looked();
            search.list(query, PAGE);
            return looked() - before;
        });
        assertThat(looked).as(query.toString()).isPositive().isLessThanOrEqualTo(most);
    }

    /** How many tickets this session has looked at, more or less lately. */
    private long looked() {
        return transactions.with(
                handle -> handle.createQuery("""
                        select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables where relname = 'ticket'
                        """).mapTo(long.class).one());
    }

    private static List<Ticket> all(TicketSearch search, TicketQuery query) {
        List<Ticket> all = new ArrayList<>();
        Found found = search.list(query, PAGE);
        all.addAll(found.tickets());
        while (found.next().isPresent()) {
            found = search.list(query.from(found.next()), PAGE);
            all.addAll(found.tickets());
        }
        return all;
    }

    private static TicketQuery words(String words, Show show, Sort sort) {
        Search search = new Search(TicketWords.of(words).orElseThrow(), READER);
        return query(show, Optional.empty(), Optional.empty(), Optional.of(search), sort);
    }

    private static TicketQuery product(String name) {
        return query(Show.ALL, Optional.of(new Product(name)), Optional.empty(), Optional.empty(), Sort.LAST_ACTIVITY);
    }

    private static TicketQuery engineer() {
        return query(Show.ALL, Optional.empty(), Optional.of(ENGINEER), Optional.empty(), Sort.LAST_ACTIVITY);
    }

    private static TicketQuery query(
            Show show, Optional<Product> product, Optional<PersonId> engineer, Optional<Search> search, Sort sort) {
        return new TicketQuery(
                new TicketQuery.OfGroup(GROUP),
                show,
                product,
                engineer,
                Optional.empty(),
                search,
                sort,
                Optional.empty());
    }
}
