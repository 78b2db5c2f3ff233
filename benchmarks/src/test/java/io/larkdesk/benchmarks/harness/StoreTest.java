package io.larkdesk.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    private static final Machine MACHINE = new Machine(2, 4, "Linux", "Java", "PostgreSQL");
    private static final Circumstances CIRCUMSTANCES =
            new Circumstances("2026-11-29T00:00:00Z", MACHINE, 0.5, 1.5, 2, 10);

    private static Result result(String goal, double value) {
        Result.Verdict verdict = new Result.Verdict("posts", "1/s", Bar.Kind.OF_LIMIT, true, 0.5, value, value >= 0.5);
        Result.Series series = new Result.Series(
                Role.OURS,
                "larkdesk",
                List.of(new Result.Figures("posts", "1/s", List.of(1.0, 2.0), 1.5, 2)),
                List.of("lost"));
        return new Result(
                goal,
                "to post",
                CIRCUMSTANCES,
                List.of(new Result.Measured("to one group", List.of(series), List.of(verdict))));
    }

    @Test
    void whatIsKeptComesBackInTheOrderOfTheGoals(@TempDir Path folder) {
        Store<Result> store = Store.ofGoals(folder.resolve("new"));
        assertThat(store.all()).isEmpty();
        store.keep(result("P10", 0.7));
        store.keep(result("P9", Double.NaN));
        store.keep(result("P10", 0.4));
        assertThat(store.all()).containsExactly(result("P9", Double.NaN), result("P10", 0.4));
    }

    @Test
    void curvesAreKeptAsWell(@TempDir Path folder) {
        Growth.Point point = new Growth.Point(
                1_000, List.of(new Result.Figures("page", "ms", List.of(1.0, 3.0), 2, 3)), List.of("lost"));
        Growth growth = new Growth("C3", "a page", "tickets", CIRCUMSTANCES, List.of(point));
        Store<Growth> store = Store.ofCurves(folder);
        store.keep(growth);
        assertThat(store.all()).containsExactly(growth);
    }
}
