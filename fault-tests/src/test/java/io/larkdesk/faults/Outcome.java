package io.larkdesk.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.faults.Sandbox.Arrival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** What came of all mentions, once each is decided: the database's word against the sandbox's. */
final class Outcome {

    private static final String DECIDED = """
            select person.open_id, mention.reminder_id, mention.confirmed, mention.reason, message.client_id is not null as written
            from mention
            join message using (tenant_id, group_id, seq)
            join person on person.tenant_id = person_tenant_id and person.person_id = mention.person_id
            where decided_at is not null
            """;

    /** What is known of those who have mentions that are not decided. */
    private static final String UNDECIDED = """
            select mention::text || ' of ' || coalesce(permit::text, 'nobody who is known')
            from mention
            left join permit on permit.tenant_id = person_tenant_id and permit.person_id = mention.person_id
            where decided_at is null
            limit 10
            """;

    /** What else than mentions people hear of in Lark: of Emergencies, and the TAM, say, of gaps in the roster. */
    private static final String TO_BE_TOLD =
            "(select due_at from page union all select due_at from notice) as card where due_at is not null";

    private static final String TOLD_BESIDES = "select page_id from page union all select notice_id from notice";

    private final List<Decided> mentions;
    private final List<Arrival> arrivals;
    private final List<Arrival> reminders;
    private final int countedCalls;
    private final int changes;
    private final int budgetedCalls;

    private Outcome(List<Decided> mentions, Sandbox sandbox, Set<UUID> others, int budgetedCalls) {
        this.mentions = mentions;
        this.arrivals = sandbox.arrivals();
        this.reminders =
                arrivals.stream().filter(card -> !others.contains(card.uuid())).toList();
        this.countedCalls = sandbox.countedCalls();
        this.changes = sandbox.changes();
        this.budgetedCalls = budgetedCalls;
    }

    /** A mention's Decision: a reminder, confirmed or not, or a reason why there is none; and whether somebody wrote it, or the desk. */
    private record Decided(
            String openId, Optional<UUID> reminder, boolean confirmed, Optional<String> reason, boolean isWritten) {

        private boolean isAccountedFor(Set<UUID> arrived, Set<String> readers) {
            boolean isRead = !confirmed
                    && readers.contains(openId)
                    && reason.orElse("READ_IN_TIME").equals("READ_IN_TIME");
            return isRead || reminder.filter(arrived::contains).isPresent();
        }
    }

    /** Waits until no mention is undecided. */
    static Outcome await(Deployment desk, Duration atMost) {
        Database database = desk.database();
        Awaitility.await("a Decision for each mention").atMost(atMost).untilAsserted(() -> assertThat(
                        database.list(UNDECIDED, row -> row.getString(1)))
                .as("mentions without a Decision")
                .isEmpty());
        Awaitility.await("everything to be told is").atMost(atMost).until(() -> database.count(TO_BE_TOLD) == 0);
        List<Decided> decided = database.list(
                DECIDED,
                row -> new Decided(
                        row.getString("open_id"),
                        Optional.ofNullable(row.getObject("reminder_id", UUID.class)),
                        row.getBoolean("confirmed"),
                        Optional.ofNullable(row.getString("reason")),
                        row.getBoolean("written")));
        int budgeted = database.list("select coalesce(sum(used), 0) from call_budget", row -> row.getInt(1))
                .get(0);
        Set<UUID> others = Set.copyOf(database.list(TOLD_BESIDES, row -> row.getObject(1, UUID.class)));
        return new Outcome(decided, desk.sandbox(), others, budgeted);
    }

    /** Law 1, but for {@code most} times with each person. */
    Outcome nobodyIsRemindedTwiceIn(Duration window, int most) {
        reminders.stream().collect(groupingBy(Arrival::openId)).forEach((openId, cards) -> {
            List<String> early = new ArrayList<>();
            for (int i = 1; i < cards.size(); i++) {
                Duration gap =
                        Duration.between(cards.get(i - 1).at(), cards.get(i).at());
                if (gap.compareTo(window) < 0) {
                    early.add(openId + " after " + gap + ": " + cards.get(i));
                }
            }
            assertThat(early).as("arrivals too early").hasSizeLessThanOrEqualTo(most);
        });
        return this;
    }

    /** Law 2: each of {@code written} mentions ended in a reminder that arrived, or in a reason; only readers have one. */
    Outcome noMentionIsLost(int written, Set<String> readers) {
        assertThat(mentions)
                .filteredOn(Decided::isWritten)
                .as("mentions with a Decision")
                .hasSize(written);
        Set<UUID> arrived = arrivals.stream().map(Arrival::uuid).collect(toSet());
        assertThat(mentions.stream()
                        .filter(mention -> !mention.isAccountedFor(arrived, readers))
                        .toList())
                .as("lost mentions")
                .isEmpty();
        return this;
    }

    /** Law 10: each reminder arrived once, at whom it was for, and tells of as many mentions as it covers. */
    Outcome nothingArrivesTwice() {
        assertThat(arrivals).extracting(Arrival::uuid).doesNotHaveDuplicates();
        Map<UUID, List<Decided>> covered = mentions.stream()
                .filter(mention -> mention.reminder().isPresent())
                .collect(groupingBy(mention -> mention.reminder().orElseThrow()));
        assertThat(reminders).allSatisfy(card -> {
            List<Decided> about = covered.getOrDefault(card.uuid(), List.of());
            assertThat(about).as("cards of no reminder").isNotEmpty();
            assertThat(about).extracting(Decided::openId).containsOnly(card.openId());
            // between two attempts some may have been read
            long confirmed = about.stream().filter(Decided::confirmed).count();
            assertThat((long) card.mentions()).isBetween(Math.max(1, confirmed), (long) about.size());
        });
        return this;
    }

    /** Each card costs one call, and one for each time that it had to be sent again, or is changed; the budget knows of all of them. */
    Outcome callsAreCounted() {
        int sent = arrivals.size() + repeats();
        assertThat(countedCalls).isBetween(sent, sent + changes);
        assertThat(budgetedCalls).isGreaterThanOrEqualTo(countedCalls);
        return this;
    }

    /** How many cards arrived. */
    int cards() {
        return arrivals.size();
    }

    /** How often a card came that was there already. */
    int repeats() {
        return arrivals.stream().mapToInt(Arrival::repeats).sum();
    }

    @Override
    public String toString() {
        Map<String, Long> ends = mentions.stream()
                .map(mention -> mention.reason().orElse(mention.confirmed() ? "REMINDED" : "UNCONFIRMED"))
                .collect(groupingBy(Function.identity(), counting()));
        return "%d mentions %s, %d reminders, %d repeats, %.3f counted calls a reminder, %d calls in the budget"
                .formatted(
                        mentions.size(),
                        ends,
                        arrivals.size(),
                        repeats(),
                        (double) countedCalls / arrivals.size(),
                        budgetedCalls);
    }
}
