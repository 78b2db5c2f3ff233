package io.larkdesk.benchmarks.harness;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Has limit, ours and peer work in turn, A B C A B C, so that whatever else goes on in the machine comes to all of them. Not safe for
 * several threads.
 */
public final class Runner {

    private final Plan plan;
    private final Consumer<String> log;

    /** Tells {@code log} how it goes on. */
    public Runner(Plan plan, Consumer<String> log) {
        this.plan = plan;
        this.log = log;
    }

    /** Measures all of {@code goal}. */
    public Result measure(Goal goal, Machine machine) {
        double before = Machine.load();
        String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        log.accept(goal.id() + " " + goal.work() + "; load " + before);
        List<Result.Measured> trials = goal.trials().stream().map(this::measure).toList();
        double after = Machine.load();
        log.accept("load " + after);
        double seconds = plan.length().toMillis() / 1000.0;
        return new Result(goal.id(), goal.work(), at, machine, before, after, plan.rounds(), seconds, trials);
    }

    private Result.Measured measure(Trial trial) {
        log.accept("  " + trial.work());
        Map<Role, Turns> all = new EnumMap<>(Role.class);
        try {
            trial.contenders().forEach((role, contender) -> all.put(role, new Turns(role, contender)));
            all.values().forEach(Turns::prepare);
            for (int round = 0; round < plan.rounds(); round++) {
                all.values().forEach(Turns::takeTurn);
            }
        } finally {
            all.values().forEach(Turns::close);
        }
        List<Result.Series> series = all.values().stream().map(Turns::series).toList();
        List<Result.Verdict> verdicts =
                trial.bars().stream().map(bar -> verdict(bar, series)).toList();
        series.forEach(this::tell);
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

    private void tell(Result.Series series) {
        String who = "    " + series.role() + ", " + series.name() + ": ";
        series.figures()
                .forEach(figures -> log.accept("%s%s %s %s (spread %.2f)"
                        .formatted(
                                who,
                                figures.metric(),
                                Report.figure(figures.median()),
                                figures.unit(),
                                figures.spread())));
        series.failures().forEach(why -> log.accept(who + "no figure, " + why));
    }

    /** What one contender's runs come to. */
    private final class Turns {

        private final Role role;
        private final Contender contender;
        private final Map<Metric, List<Double>> figures = new LinkedHashMap<>();
        private final List<String> failures = new ArrayList<>();
        private Optional<Worker> worker = Optional.empty();

        Turns(Role role, Contender contender) {
            this.role = role;
            this.contender = contender;
        }

        void prepare() {
            try {
                Worker ready = contender.preparation().prepare();
                worker = Optional.of(ready);
                ready.run(plan.warmUp()).failed().forEach(check -> failures.add("warming up, " + check));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                failures.add("takes no part: " + why(e));
            }
        }

        void takeTurn() {
            worker.ifPresent(this::work);
        }

        private void work(Worker ready) {
            try {
                Run run = ready.run(plan.length());
                run.failed().forEach(check -> failures.add(check.toString()));
                run.figures().forEach((metric, figure) -> figures.computeIfAbsent(metric, any -> new ArrayList<>())
                        .add(figure));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                failures.add(why(e));
            }
        }

        /** What was at the bottom of it, in a line. */
        private static String why(Throwable failure) {
            Throwable cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause.toString().lines().findFirst().orElse("");
        }

        void close() {
            try {
                worker.ifPresent(Worker::close);
            } catch (RuntimeException e) {
                // The others are to be closed all the same
                log.accept("    " + contender.name() + " did not end: " + e);
            }
        }

        Result.Series series() {
            List<Result.Figures> all = figures.entrySet().stream()
                    .map(entry -> figures(entry.getKey(), new Samples(entry.getValue())))
                    .toList();
            return new Result.Series(role, contender.name(), all, List.copyOf(failures));
        }

        private Result.Figures figures(Metric metric, Samples samples) {
            return new Result.Figures(
                    metric.name(), metric.unit(), samples.values(), samples.median(), samples.spread());
        }
    }
}
