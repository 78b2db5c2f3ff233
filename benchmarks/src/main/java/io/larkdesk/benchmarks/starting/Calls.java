package io.larkdesk.benchmarks.starting;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.larkdesk.benchmarks.harness.Bar;
import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Contender;
import io.larkdesk.benchmarks.harness.Goal;
import io.larkdesk.benchmarks.harness.Metric;
import io.larkdesk.benchmarks.harness.Role;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Trial;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Desk;
import io.larkdesk.benchmarks.site.Member;
import io.larkdesk.benchmarks.site.Postgres;
import io.larkdesk.benchmarks.site.Web;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Calls that Lark counts, of which an organisation has so many a month: one person mentions all others, and then nothing happens. */
public final class Calls implements Worker {

    private static final Metric EACH = Metric.cost("counted calls a reminder", "calls");
    private static final Metric IDLE = Metric.cost("counted calls while nothing happens", "calls");
    private static final int PEOPLE = 21;
    private static final long IDLE_SECONDS = 10;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Desk desk;
    private final List<Member> people = new ArrayList<>();

    private Calls(Postgres postgres) {
        desk = Desk.start(
                postgres.newDatabase("calls"),
                PEOPLE,
                1,
                Map.of("LARKDESK_REMINDER_WINDOW", "PT1S", "LARKDESK_REMINDER_GRACE", "PT0.1S"));
        for (int i = 0; i < PEOPLE; i++) {
            people.add(desk.signIn(i));
        }
    }

    /** The goal. */
    public static Goal goal(Postgres postgres) {
        return new Goal(
                "P9",
                "calls that Lark counts",
                List.of(
                        new Trial(
                                "20 people are mentioned once",
                                Map.of(Role.OURS, new Contender("larkdesk", () -> new Calls(postgres))),
                                List.of(new Bar(EACH, Bar.Kind.ABSOLUTE, 1), new Bar(IDLE, Bar.Kind.ABSOLUTE, 0))),
                        Preflights.trial(postgres)));
    }

    @Override
    public Run run(Duration length) throws IOException, InterruptedException {
        long before = counted();
        int arrivedBefore = arrived().size();
        String mentions = people.subList(1, PEOPLE).stream()
                .map(person -> "<@" + person.attribute("me") + ">")
                .collect(Collectors.joining(" "));
        people.get(0).say("Please look, " + mentions);
        int wanted = arrivedBefore + PEOPLE - 1;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (arrived().size() < wanted && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        List<String> uuids = arrived();
        Set<String> different = new HashSet<>(uuids);
        long reminding = counted() - before;
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        long idle = counted() - before - reminding;
        int reminders = uuids.size() - arrivedBefore;
        return new Run(
                Map.of(EACH, reminding / (double) reminders, IDLE, (double) idle),
                List.of(
                        new Check("reminders that arrived", PEOPLE - 1, reminders),
                        new Check("different reminders", uuids.size(), different.size())));
    }

    private long counted() throws IOException {
        return counted(desk);
    }

    /** How many calls Lark has counted so far. */
    static long counted(Desk desk) throws IOException {
        return JSON.readTree(Web.get(URI.create(desk.lark() + "/sandbox/calls")))
                .path("counted")
                .asLong();
    }

    private List<String> arrived() throws IOException {
        List<String> uuids = new ArrayList<>();
        JSON.readTree(Web.get(URI.create(desk.lark() + "/sandbox/messages")))
                .path("messages")
                .forEach(message -> uuids.add(message.path("uuid").asText()));
        return uuids;
    }

    @Override
    public void close() {
        desk.close();
    }
}
