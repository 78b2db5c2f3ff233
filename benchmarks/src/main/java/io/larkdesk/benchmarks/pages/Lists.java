package io.larkdesk.benchmarks.pages;

import io.larkdesk.benchmarks.harness.Bar;
import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Contender;
import io.larkdesk.benchmarks.harness.Curve;
import io.larkdesk.benchmarks.harness.Goal;
import io.larkdesk.benchmarks.harness.Metric;
import io.larkdesk.benchmarks.harness.Role;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Trial;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Desk;
import io.larkdesk.benchmarks.site.Member;
import io.larkdesk.benchmarks.site.Postgres;
import io.larkdesk.benchmarks.site.RequestTracker;
import io.larkdesk.benchmarks.wire.Asker;
import io.larkdesk.benchmarks.wire.Latencies;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The Workstation as somebody of the service team opens it, again and again, over few tickets or very many. */
public final class Lists implements Worker {

    static final Metric PAGE = Metric.cost("page, median", "ms");
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int MANY_FOR_PEER = 100_000;
    static final int SHOWN = 50;
    private static final Pattern SEEDED = Pattern.compile("Seeded \\d+");

    private final Desk desk;
    private final Asker asker;
    private final byte[] request;
    private final long shown;

    private Lists(Postgres postgres, int tickets, Function<Member, String> query) {
        desk = Desk.start(postgres.newDatabase("lists"), 1, 1, Map.of());
        Member customer = desk.signIn(0);
        customer.openTicket("Seeded 0");
        Tickets.seed(desk.database(), tickets);
        Member staff = desk.signInStaff();
        String path = staff.groupOf(customer) + "/workstation" + query.apply(staff);
        request = staff.get(path);
        shown = SEEDED.matcher(staff.open(path))
                .results()
                .map(found -> found.group())
                .distinct()
                .count();
        asker = new Asker(desk.urls().get(0).getPort());
    }

    /** The goal. */
    public static Goal goal(Postgres postgres) {
        return new Goal(
                "P7",
                "a page over 1,000,000 tickets, beside 1,000 as the limit",
                List.of(
                        withPeer(postgres, trial(postgres, "first page of the Workstation", staff -> "")),
                        trial(postgres, "my own tickets", staff -> "?engineer=" + staff.attribute("me"))));
    }

    private static Trial withPeer(Postgres postgres, Trial trial) {
        Map<Role, Contender> contenders = new EnumMap<>(trial.contenders());
        contenders.put(
                Role.PEER,
                new Contender(
                        RequestTracker.version() + ", list of 100,000 tickets",
                        () -> new TrackedTickets(postgres.newDatabase("tracked"), MANY_FOR_PEER)));
        return new Trial(trial.work(), contenders, trial.bars());
    }

    /** How the Workstation's first page grows. */
    public static Curve curve(Postgres postgres) {
        return Curve.of(
                "C3",
                "first page of the Workstation",
                "tickets",
                tickets -> () -> new Lists(postgres, (int) tickets, staff -> ""),
                FEW,
                10_000,
                100_000,
                MANY);
    }

    private static Trial trial(Postgres postgres, String work, Function<Member, String> query) {
        return new Trial(
                work,
                Map.of(
                        Role.LIMIT, new Contender("larkdesk, 1,000 tickets", () -> new Lists(postgres, FEW, query)),
                        Role.OURS, new Contender("larkdesk", () -> new Lists(postgres, MANY, query))),
                List.of(new Bar(PAGE, Bar.Kind.OF_LIMIT, 1.3)));
    }

    @Override
    public Run run(Duration length) throws InterruptedException {
        Latencies latencies = asker.ask(() -> request, length);
        return new Run(
                Map.of(PAGE, latencies.millis(0.5)),
                List.of(new Check("tickets shown", SHOWN, shown), new Check("refusals", 0, asker.refused())));
    }

    @Override
    public void close() {
        asker.close();
        desk.close();
    }
}
