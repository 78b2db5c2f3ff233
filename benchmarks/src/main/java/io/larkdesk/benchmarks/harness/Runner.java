package io.larkdesk.benchmarks.harness;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Measures goals, and how costs grow. Not safe for several threads. */
public final class Runner {

    private final Plan plan;
    private final Consumer<String> log;

    /** Tells {@code log} how it goes on. */
    public Runner(Plan plan, Consumer<String> log) {
        this.plan = plan;
        this.log = log;
    }

    /** Measures all of {@code goal}: limit, ours and peer in turn. */
    public Result measure(Goal goal, Machine machine) {
        Circumstances begun = begin(goal.id(), goal.work(), machine);
        List<Result.Measured> trials = goal.trials().stream().map(this::measure).toList();
        return new Result(goal.id(), goal.work(), end(begun), trials);
    }

    /** Measures all points of {@code curve} in turn. */
    public Growth measure(Curve curve, Machine machine) {
        Circumstances begun = begin(curve.id(), curve.work(), machine);
        SortedMap<Long, Turns> all = new TreeMap<>();
        curve.points().forEach((size, contender) -> all.put(size, new Turns(plan, contender)));
        Turns.take(plan, all.values());
        List<Growth.Point> points = all.entrySet().stream()
                .map(point -> new Growth.Point(
                        point.getKey(),
                        point.getValue().figures(),
                        point.getValue().failures()))
                .toList();
        points.forEach(point -> tell(point.sizeInWords() + " " + curve.over(), point.figures(), point.failures()));
        return new Growth(curve.id(), curve.work(), curve.over(), end(begun), points);
    }

    private Circumstances begin(String id, String work, Machine machine) {
        Circumstances begun = Circumstances.begin(machine, plan);
        log.accept(id + " " + work + "; load " + begun.loadBefore());
        return begun;
    }

    private Circumstances end(Circumstances begun) {
        Circumstances ended = begun.end();
        log.accept("load " + ended.loadAfter());
        return ended;
    }

    private Result.Measured measure(Trial trial) {
        log.accept("  " + trial.work());
        Map<Role, Turns> all = new EnumMap<>(Role.class);
        trial.contenders().forEach((role, contender) -> all.put(role, new Turns(plan, contender)));
        Turns.take(plan, all.values());
        List<Result.Series> series = all.entrySet().stream()
                .map(one -> new Result.Series(
                        one.getKey(),
                        one.getValue().name(),
                        one.getValue().figures(),
                        one.getValue().failures()))
                .toList();
        List<Result.Verdict> verdicts =
                trial.bars().stream().map(bar -> verdict(bar, series)).toList();
        series.forEach(one -> tell(one.role() + ", " + one.name(), one.figures(), one.failures()));
        verdicts.forEach(verdict -> log.accept("    " + Report.words(verdict)));
        return new Result.Measured(trial.work(), series, verdicts);
    }

    private static Result.Verdict verdict(Bar bar, List<Result.Series> series) {
        double value = bar.value(Result.medians(series, bar.metric().name())).orElse(Double.NaN);
        Metric metric = bar.metric();
        return new Result.Verdict(
                metric.name(),
                metric.unit(),
                bar.kind(),
                metric.moreIsBetter(),
                bar.bound(),
                value,
                bar.isReachedBy(value));
    }

    private void tell(String who, List<Result.Figures> all, List<String> failures) {
        all.forEach(figures -> log.accept("    %s: %s %s %s (spread %.2f)"
                .formatted(who, figures.metric(), Report.figure(figures.median()), figures.unit(), figures.spread())));
        failures.forEach(why -> log.accept("    " + who + ": no figure, " + why));
    }
}
