package io.larkdesk.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.faults.Sandbox.Arrival;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How Emergencies went: what the tickets' Timelines say, against the pages that arrived at the sandbox. */
final class Paging {

    private static final String ENTRIES = """
            select group_id, at, kind, words, person.open_id
            from timeline_entry
            left join person on person.tenant_id = about_tenant_id and person.person_id = about_id
            where kind like 'EMERGENCY%'
            order by group_id, place
            """;
    private static final String PAGES = """
            select page_id, group_id, number, open_id
            from page
            join person on person.tenant_id = person_tenant_id and person.person_id = page.person_id
            where kind = 'ALERT'
            """;

    private final Map<UUID, List<Entry>> timelines;
    private final Map<Call, List<Arrival>> arrivals;

    private Paging(Map<UUID, List<Entry>> timelines, Map<Call, List<Arrival>> arrivals) {
        this.timelines = timelines;
        this.arrivals = arrivals;
    }

    /** An entry of a ticket's Timeline; {@code about} is an open_id, or empty. */
    private record Entry(UUID ticket, Instant at, String kind, String words, String about) {

        private static Entry of(ResultSet row) throws SQLException {
            String about = row.getString("open_id");
            return new Entry(
                    row.getObject("group_id", UUID.class),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("kind"),
                    row.getString("words"),
                    about == null ? "" : about);
        }
    }

    /** That somebody is to be paged in a step of an Emergency, counted from 0. */
    private record Call(UUID ticket, long step, String openId) {}

    /** What a page that arrived is about. */
    private record Alert(UUID uuid, Call call) {

        private static Alert of(ResultSet row) throws SQLException {
            Call call =
                    new Call(row.getObject("group_id", UUID.class), row.getLong("number"), row.getString("open_id"));
            return new Alert(row.getObject("page_id", UUID.class), call);
        }
    }

    /** As it is now. */
    static Paging look(Deployment desk) {
        Map<UUID, List<Entry>> timelines = desk.database().list(ENTRIES, Entry::of).stream()
                .collect(groupingBy(Entry::ticket, LinkedHashMap::new, toList()));
        Map<UUID, Call> alerts =
                desk.database().list(PAGES, Alert::of).stream().collect(toMap(Alert::uuid, Alert::call));
        Map<Call, List<Arrival>> arrivals = desk.sandbox().arrivals().stream()
                .filter(arrival -> alerts.containsKey(arrival.uuid()))
                .collect(groupingBy(arrival -> alerts.get(arrival.uuid())));
        return new Paging(timelines, arrivals);
    }

    /** Of how many Emergencies it tells. */
    int emergencies() {
        return timelines.size();
    }

    /** How many steps were taken in the Emergency that has fewest. */
    int fewestSteps() {
        return timelines.values().stream()
                .mapToInt(entries -> steps(entries).size())
                .min()
                .orElse(0);
    }

    /** How many pages arrived. */
    int arrived() {
        return arrivals.size();
    }

    /** How often a page came that was there already. */
    int repeats() {
        return arrivals.values().stream()
                .flatMap(List::stream)
                .mapToInt(Arrival::repeats)
                .sum();
    }

    /** The pages of one step, by the instant at which it was taken. */
    private static List<List<Entry>> steps(List<Entry> timeline) {
        return List.copyOf(timeline.stream()
                .filter(entry -> entry.kind().equals("EMERGENCY_PAGED"))
                .collect(groupingBy(Entry::at, LinkedHashMap::new, toList()))
                .values());
    }

    /** Level after level is paged, each once, none before its time and, as far as nodes live, none after it. */
    Paging stepsAreTakenOnceAndInTime(Duration within, Trouble trouble) {
        assertThat(timelines.values()).allSatisfy(timeline -> {
            List<List<Entry>> steps = steps(timeline);
            for (int i = 0; i < steps.size(); i++) {
                int level = i % Scene.LEVELS.size();
                assertThat(steps.get(i))
                        .as("step %s", i)
                        .extracting(Entry::about)
                        .containsExactlyInAnyOrderElementsOf(Scene.LEVELS.get(level));
                assertThat(steps.get(i)).extracting(Entry::words).containsOnly(Integer.toString(level + 1));
                Instant due = i == 0
                        ? takenAt(timeline.subList(0, 1))
                        : takenAt(steps.get(i - 1)).plus(within);
                assertThat(takenAt(steps.get(i))).as("step %s", i).isBetween(due, trouble.latestStep(due));
            }
        });
        return this;
    }

    private static Instant takenAt(List<Entry> step) {
        return step.get(0).at();
    }

    /**
     * What the Timeline says arrived: one message for each step and person, and no other. Only what was acknowledged before it could be sent
     * may be missing.
     */
    Paging pagesArriveOnceAndInTime(Trouble trouble) {
        List<Call> calls = new ArrayList<>();
        timelines.forEach((ticket, timeline) -> {
            List<List<Entry>> steps = steps(timeline);
            Instant acknowledged = firstAt(timeline, "EMERGENCY_ACKNOWLEDGED");
            for (int i = 0; i < steps.size(); i++) {
                for (Entry entry : steps.get(i)) {
                    Call call = new Call(ticket, i, entry.about());
                    calls.add(call);
                    List<Arrival> messages = arrivals.getOrDefault(call, List.of());
                    if (!messages.isEmpty() || acknowledged.isAfter(trouble.latestArrival(entry.at(), acknowledged))) {
                        assertThat(messages).as("%s", call).hasSize(1);
                        Arrival message = messages.get(0);
                        assertThat(message.openId()).isEqualTo(call.openId());
                        assertThat(message.at())
                                .as("%s", call)
                                .isBetween(entry.at(), trouble.latestArrival(entry.at(), message.at()));
                        assertThat(message.repeats())
                                .as("%s", call)
                                .isLessThanOrEqualTo(trouble.mostRepeats(entry.at()));
                    }
                }
            }
        });
        assertThat(calls).containsAll(arrivals.keySet());
        return this;
    }

    private static Instant firstAt(List<Entry> timeline, String kind) {
        return timeline.stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(Entry::at)
                .findFirst()
                .orElse(Instant.MAX);
    }

    /** Each Timeline says {@code times} that a step was late, each before that step. */
    Paging latenessIsOwnedUpTo(int times, Duration within) {
        assertThat(timelines.values()).allSatisfy(timeline -> {
            List<Instant> said = timeline.stream()
                    .filter(entry -> entry.kind().equals("EMERGENCY_OVERDUE"))
                    .map(Entry::at)
                    .toList();
            assertThat(said).as("%s", timeline).hasSize(times);
            for (Instant at : said) {
                assertThat(steps(timeline).stream().map(Paging::takenAt))
                        .as("steps before it was said that one was late")
                        .allMatch(taken -> taken.isBefore(at.minus(within)) || !taken.isBefore(at));
            }
        });
        return this;
    }

    /** Once it is acknowledged nobody is paged any more. */
    Paging acknowledgementStopsIt() {
        assertThat(timelines.values()).allSatisfy(timeline -> {
            Set<String> after = Set.copyOf(timeline.stream()
                    .map(Entry::kind)
                    .dropWhile(kind -> !kind.equals("EMERGENCY_ACKNOWLEDGED"))
                    .skip(1)
                    .toList());
            assertThat(after).isEmpty();
            assertThat(firstAt(timeline, "EMERGENCY_ACKNOWLEDGED")).isNotEqualTo(Instant.MAX);
        });
        return this;
    }
}
