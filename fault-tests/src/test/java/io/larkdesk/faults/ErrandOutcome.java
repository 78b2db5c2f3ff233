package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.faults.Sandbox.Arrival;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of errands, all of which were acknowledged: the database's word, and Lark's. */
final class ErrandOutcome {

    /** Each ticket, with what has to be there once. */
    private static final String TICKETS = """
            select client_id, ticket_number, title, opener_id, engineer_id is not null as is_taken,
                (select count(*) from timeline_entry entry
                 where (entry.tenant_id, entry.group_id, kind) = (ticket.tenant_id, ticket.group_id, 'CREATED')) as told,
                (select string_agg(distinct person_id::text, ' ' order by person_id::text) from member
                 where (member.tenant_id, member.group_id, person_tenant_id) = (ticket.tenant_id, ticket.group_id, ticket.tenant_id)
                   and left_at is null) as customers,
                (select count(*) from message
                 where (message.tenant_id, message.group_id, event, about_tenant_id)
                     = (ticket.tenant_id, ticket.group_id, 'JOINED', ticket.tenant_id)) as came
            from ticket
            """;

    private static final String EMERGENCIES = """
            select emergency.client_id, emergency.state,
                (select count(*) from timeline_entry entry
                 where (entry.tenant_id, entry.group_id, kind) = (emergency.tenant_id, emergency.group_id, 'EMERGENCY_DECLARED')) as told,
                (select count(*) from timeline_entry entry
                 where (entry.tenant_id, entry.group_id, kind) = (emergency.tenant_id, emergency.group_id, 'EMERGENCY_ENDED')) as ended,
                (select count(*) from page
                 where (page.tenant_id, page.group_id, page.emergency_id, kind, number)
                     = (emergency.tenant_id, emergency.group_id, emergency.emergency_id, 'ALERT', 0)) as paged
            from emergency
            """;

    private static final String PAGES = """
            select page_id, open_id, state from page
            join person on person.tenant_id = person_tenant_id and person.person_id = page.person_id
            """;

    private static final String MISCOUNTED = """
            ticket_count counted
            where new + in_progress + waiting_for_customer + resolved + closed
                <> (select count(*) from ticket where (tenant_id, opened_from) = (counted.tenant_id, counted.group_id))
            """;

    private final Database database;
    private final List<Arrival> arrivals;

    private ErrandOutcome(Database database, List<Arrival> arrivals) {
        this.database = database;
        this.arrivals = arrivals;
    }

    /** Of all errands at {@code desk}, once everything is told that they cause. */
    static ErrandOutcome look(Deployment desk) {
        return new ErrandOutcome(desk.database(), desk.sandbox().arrivals());
    }

    private record Ticket(
            UUID clientId,
            String number,
            String title,
            UUID opener,
            boolean isTaken,
            int told,
            String customers,
            int came) {

        private static Ticket of(Errand errand) {
            String customers = Stream.of(errand.asker(), errand.guest())
                    .map(UUID::toString)
                    .sorted()
                    .collect(Collectors.joining(" "));
            return new Ticket(errand.ticket(), errand.number(), errand.title(), errand.asker(), true, 1, customers, 1);
        }
    }

    private record Emergency(UUID clientId, String state, int told, int ended, int paged) {}

    private record Page(UUID id, String openId, String state) {

        /** Nobody knows of one that is over whether it arrived; what Lark took did, and nothing comes to anybody else. */
        private boolean isAccountedFor(Map<UUID, Arrival> arrived) {
            Arrival arrival = arrived.get(id);
            return arrival == null ? !state.equals("SENT") : arrival.openId().equals(openId);
        }
    }

    /** Each ticket is there once, as it was asked for, somebody has it, and nobody else came into its group than was let in. */
    ErrandOutcome ticketsAreThoseThatWereAskedFor(List<Errand> errands) {
        List<Ticket> tickets = database.list(
                TICKETS,
                row -> new Ticket(
                        row.getObject("client_id", UUID.class),
                        row.getString("ticket_number"),
                        row.getString("title"),
                        row.getObject("opener_id", UUID.class),
                        row.getBoolean("is_taken"),
                        row.getInt("told"),
                        row.getString("customers"),
                        row.getInt("came")));
        assertThat(tickets)
                .as("tickets")
                .containsExactlyInAnyOrderElementsOf(
                        errands.stream().map(Ticket::of).toList());
        assertThat(database.count(MISCOUNTED))
                .as("groups whose tickets are miscounted")
                .isZero();
        return this;
    }

    /** Each Emergency is there once, and over, and the first level was paged. */
    ErrandOutcome emergenciesAreThoseThatWereDeclared(List<Errand> errands) {
        List<Emergency> emergencies = database.list(
                EMERGENCIES,
                row -> new Emergency(
                        row.getObject("client_id", UUID.class),
                        row.getString("state"),
                        row.getInt("told"),
                        row.getInt("ended"),
                        row.getInt("paged")));
        assertThat(emergencies)
                .as("Emergencies")
                .containsExactlyInAnyOrderElementsOf(errands.stream()
                        .filter(Errand::isUrgent)
                        .map(errand -> new Emergency(
                                errand.emergency(),
                                "ENDED",
                                1,
                                1,
                                Scene.LEVELS.get(0).size()))
                        .toList());
        return this;
    }

    /** Each page that Lark took arrived once, at whom it was for. */
    ErrandOutcome pagesArriveOnce() {
        Map<UUID, Arrival> arrived = arrivals.stream().collect(Collectors.toMap(Arrival::uuid, Function.identity()));
        List<Page> pages = database.list(
                PAGES,
                row -> new Page(
                        row.getObject("page_id", UUID.class), row.getString("open_id"), row.getString("state")));
        assertThat(pages)
                .filteredOn(page -> !page.isAccountedFor(arrived))
                .as("lost pages")
                .isEmpty();
        return this;
    }
}
