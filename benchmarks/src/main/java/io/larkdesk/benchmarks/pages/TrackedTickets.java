package io.larkdesk.benchmarks.pages;

import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Database;
import io.larkdesk.benchmarks.site.RequestTracker;
import io.larkdesk.benchmarks.wire.Asker;
import io.larkdesk.benchmarks.wire.Latencies;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A program for tickets that lists the newest of many, by its interface for programs, which is faster than its page. */
final class TrackedTickets implements Worker {

    /** Copies of the one that it has made itself, with the groups and principals that each has; one in four is new. */
    private static final String SEED = """
            do $$
            declare
                made bigint;
            begin
                select max(id) into made from tickets;
                insert into tickets (id, effectiveid, ismerged, queue, type, owner, subject, initialpriority, finalpriority, priority,
                        timeestimated, timeworked, timeleft, status, started, resolved, lastupdatedby, lastupdated, creator, created, sla)
                    select made + n, made + n, ismerged, queue, type, owner, 'Seeded ' || n, initialpriority, finalpriority, priority,
                        timeestimated, timeworked, timeleft, (array['new', 'open', 'stalled', 'resolved'])[1 + n %% 4], started, resolved,
                        lastupdatedby, lastupdated + n * interval '1 second', creator, created + n * interval '1 second', sla
                    from tickets, generate_series(1, %1$d) n where id = made;
                perform setval('tickets_id_seq', made + %1$d);
                with principal as (
                        insert into principals (principaltype, disabled) select 'Group', 0 from generate_series(1, %1$d * 4) returning id),
                    numbered as (select id, row_number() over () as n from principal)
                insert into groups (id, name, description, domain, instance, creator, created, lastupdatedby, lastupdated)
                    select id, (array['Requestor', 'Cc', 'AdminCc', 'Owner'])[1 + n %% 4], '', 'RT::Ticket-Role', made + 1 + (n - 1) / 4,
                        1, now(), 1, now() from numbered;
            end $$""";

    private final RequestTracker tracker;
    private final Asker asker;

    TrackedTickets(Database database, int tickets) throws Exception {
        tracker = RequestTracker.start(database);
        tracker.openTicket("Seeded 0");
        database.execute(SEED.formatted(tickets));
        database.execute("vacuum analyze");
        asker = new Asker(tracker.port());
    }

    @Override
    public Run run(Duration length) throws InterruptedException {
        Latencies latencies = asker.ask(() -> tracker.newest(Lists.SHOWN), length);
        return new Run(Map.of(Lists.PAGE, latencies.millis(0.5)), List.of(new Check("refusals", 0, asker.refused())));
    }

    @Override
    public void close() {
        asker.close();
        tracker.close();
    }
}
