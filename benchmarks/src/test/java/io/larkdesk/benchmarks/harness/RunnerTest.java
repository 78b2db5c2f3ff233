package io.larkdesk.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunnerTest {

    private static final Metric RATE = Metric.rate("posts", "1/s");
    private static final Machine MACHINE = new Machine(2, 4, "Linux", "Java", "PostgreSQL");
    private static final Plan PLAN = new Plan(Duration.ofMillis(20), Duration.ofMillis(10), 3);

    private final List<String> said = new ArrayList<>();
    private final List<String> turns = new ArrayList<>();

    /** Is as fast as {@code rates} says, run after run, and loses some of what it was to store in each. */
    private Contender contender(String name, int lost, double... rates) {
        Deque<Double> left = new ArrayDeque<>();
        left.add(-1.0);
        for (double rate : rates) {
            left.add(rate);
        }
        return new Contender(name, () -> new Worker() {
            @Override
            public Run run(Duration length) {
                turns.add(name + " " + length.toMillis());
                return new Run(Map.of(RATE, left.remove()), List.of(new Check("rows", 100, 100 - lost)));
            }

            @Override
            public void close() {
                turns.add(name + " closed");
            }
        });
    }

    private Result measure(Contender limit, Contender ours, Contender peer) {
        Map<Role, Contender> all = Map.of(Role.OURS, ours, Role.PEER, peer, Role.LIMIT, limit);
        List<Bar> bars = List.of(new Bar(RATE, Bar.Kind.OF_LIMIT, 0.5), new Bar(RATE, Bar.Kind.OF_PEER, 3));
        Goal goal = new Goal("P0", "to post", List.of(new Trial("to one group", all, bars)));
        return new Runner(PLAN, said::add).measure(goal, MACHINE);
    }

    @Test
    void everybodyWarmsUpAndThenTakesTurns() {
        measure(contender("bare", 0, 1, 2, 3), contender("ours", 0, 1, 2, 3), contender("peer", 0, 1, 2, 3));
        assertThat(turns)
                .containsExactly(
                        "bare 20",
                        "ours 20",
                        "peer 20",
                        "bare 10",
                        "ours 10",
                        "peer 10",
                        "bare 10",
                        "ours 10",
                        "peer 10",
                        "bare 10",
                        "ours 10",
                        "peer 10",
                        "bare closed",
                        "ours closed",
                        "peer closed");
    }

    @Test
    void mediansAreHeldAgainstEachOther() {
        Result result = measure(
                contender("bare", 0, 90, 100, 200), contender("ours", 0, 55, 60, 10), contender("peer", 0, 20, 30, 10));
        assertThat(result.trials().get(0).verdicts())
                .extracting(Result.Verdict::value, Result.Verdict::reached)
                .containsExactly(tuple(0.55, true), tuple(2.75, false));
        assertThat(new Report(List.of(result)).markdown())
                .contains("| P0 | to one group | posts, 1/s | 100 (×2.22) | 55 (×6) | 20 (×3) | 0.55 | 2.75 |")
                .contains("| ≥ 0.50 of the limit; ≥ 3 of the peer | yes; **no** |");
    }

    /** Whoever skips the work would be the fastest of all. */
    @Test
    void whoDidNotDoTheWorkHasNoFigure() {
        Result result = measure(
                contender("bare", 0, 1, 1, 1), contender("ours", 1, 1e9, 1e9, 1e9), contender("peer", 0, 1, 1, 1));
        Result.Series ours = result.trials().get(0).contenders().get(1);
        assertThat(ours.figures()).isEmpty();
        assertThat(ours.failures()).contains("rows: 99 instead of 100");
        assertThat(result.trials().get(0).verdicts()).noneMatch(Result.Verdict::reached);
        assertThat(String.join("\n", said)).doesNotContain("000,000").contains("no figure, rows: 99 instead of 100");
        assertThat(new Report(List.of(result)).markdown())
                .doesNotContain("000,000")
                .contains("- P0, ours: rows: 99 instead of 100");
    }

    @Test
    void whoCannotTakePartLeavesTheOthersToTheirWork() {
        Contender absent = new Contender("absent", () -> {
            throw new IllegalStateException("not installed");
        });
        Result result = measure(contender("bare", 0, 4, 4, 4), contender("ours", 0, 2, 2, 2), absent);
        assertThat(result.trials().get(0).verdicts())
                .extracting(Result.Verdict::reached)
                .containsExactly(true, false);
        assertThat(new Report(List.of(result)).markdown()).contains("not installed");
    }

    @Test
    void aRunThatNothingProvesIsRefused() {
        List<Check> nothing = List.of();
        assertThatThrownBy(() -> new Run(Map.of(RATE, 1.0), nothing)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pointsOfACurveTakeTurnsAndAreShownByTheirSizes() {
        SortedMap<Long, Contender> points =
                new TreeMap<>(Map.of(1_000L, contender("few", 0, 1, 2, 4), 1_000_000L, contender("many", 1, 9, 9, 9)));
        Growth growth = new Runner(PLAN, said::add).measure(new Curve("C0", "to post", "tickets", points), MACHINE);
        assertThat(turns.subList(2, 6)).containsExactly("few 10", "many 10", "few 10", "many 10");
        assertThat(growth.points()).extracting(Growth.Point::size).containsExactly(1_000L, 1_000_000L);
        assertThat(new GrowthReport(List.of(growth)).markdown())
                .contains("**C0**, to post, by tickets:")
                .contains("| | 1,000 | 1,000,000 |")
                .contains("| posts, 1/s | 2 (×4) | – |")
                .contains("- 1,000,000 tickets: rows: 99 instead of 100");
        assertThat(new GrowthPlot(List.of(growth)).svg())
                .contains(">C0 posts<", ">1/s, by tickets<", ">1k<", ">1M<")
                .containsOnlyOnce("<circle");
    }
}
