package io.larkdesk.app.console.budgets;

import io.larkdesk.core.budgeting.SimulateCost;
import io.larkdesk.core.budgeting.SimulateCost.Result;
import java.util.Objects;
import java.util.Optional;

/**
 * What was asked of the simulator, and what it says.
 *
 * @param entered what stands in the field
 * @param result the answer, if one was asked for
 * @param isWrong whether what was asked for is no number of people
 */
public record Simulation(String entered, Optional<Result> result, boolean isWrong) {

    static final Simulation NOTHING = new Simulation("", Optional.empty(), false);

    /** Refuses null. */
    public Simulation {
        Objects.requireNonNull(entered, "entered");
        Objects.requireNonNull(result, "result");
    }

    /** The answer, if there is one. */
    public Optional<SimulateCost.Estimated> estimated() {
        return result.filter(SimulateCost.Estimated.class::isInstance).map(SimulateCost.Estimated.class::cast);
    }

    /** On what there is too little to answer, if that is so. */
    public Optional<SimulateCost.TooLittle> tooLittle() {
        return result.filter(SimulateCost.TooLittle.class::isInstance).map(SimulateCost.TooLittle.class::cast);
    }
}
