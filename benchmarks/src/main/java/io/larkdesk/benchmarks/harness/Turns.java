package io.larkdesk.benchmarks.harness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one contender's runs come to. Not safe for several threads. */
final class Turns {

    private final Plan plan;
    private final Contender contender;
    private final Map<Metric, List<Double>> measured = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private Optional<Worker> worker = Optional.empty();

    Turns(Plan plan, Contender contender) {
        this.plan = plan;
        this.contender = contender;
    }

    /** Has all of them work in turn, A B C A B C, so that whatever else goes on in the machine comes to all of them. */
    static void take(Plan plan, Collection<Turns> all) {
        try {
            all.forEach(Turns::prepare);
            for (int round = 0; round < plan.rounds(); round++) {
                all.forEach(Turns::takeOne);
            }
        } finally {
            all.forEach(Turns::close);
        }
    }

    private void prepare() {
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

    private void takeOne() {
        worker.ifPresent(this::work);
    }

    private void work(Worker ready) {
        try {
            Run run = ready.run(plan.length());
            run.failed().forEach(check -> failures.add(check.toString()));
            run.figures().forEach((metric, figure) -> measured.computeIfAbsent(metric, any -> new ArrayList<>())
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

    private void close() {
        try {
            worker.ifPresent(Worker::close);
        } catch (RuntimeException e) {
            // The others are to be closed all the same
            failures.add("did not end: " + why(e));
        }
    }

    String name() {
        return contender.name();
    }

    /** By metric; none of runs that did not do their work. */
    List<Result.Figures> figures() {
        return measured.entrySet().stream()
                .map(entry -> figures(entry.getKey(), new Samples(entry.getValue())))
                .toList();
    }

    private static Result.Figures figures(Metric metric, Samples samples) {
        return new Result.Figures(metric.name(), metric.unit(), samples.values(), samples.median(), samples.spread());
    }

    /** Why runs have no figure. */
    List<String> failures() {
        return List.copyOf(failures);
    }
}
