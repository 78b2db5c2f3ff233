package io.larkdesk.app.tidying;

import io.larkdesk.app.work.Gate;
import io.larkdesk.core.deletion.CarryOutDeletion;
import io.larkdesk.core.deletion.CarryOutDeletion.Step;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes, every minute and on every node, the customers whose deletion is due. */
@Singleton
final class DeletionRounds {

    private static final Logger LOG = LoggerFactory.getLogger(DeletionRounds.class);

    private final CarryOutDeletion carryOutDeletion;
    private final Gate gate;

    DeletionRounds(CarryOutDeletion carryOutDeletion, Gate gate) {
        this.carryOutDeletion = carryOutDeletion;
        this.gate = gate;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "50s")
    void carryOut() {
        try {
            // a deletion that was given up since a backup was made stands again in it
            if (!gate.isOpen()) {
                return;
            }
            for (Optional<Step> step = carryOutDeletion.execute();
                    step.isPresent();
                    step = carryOutDeletion.execute()) {
                tell(step.get());
            }
        } catch (RuntimeException e) {
            LOG.warn("Customers could not be deleted; the next try is in a minute", e);
        }
    }

    private static void tell(Step step) {
        switch (step.stage()) {
            case BEGUN -> LOG.info("tenant={} its deletion has begun", step.tenant());
            case ERASING ->
                LOG.debug(
                        "tenant={} rows deleted so far: {}",
                        step.tenant(),
                        step.erased().rows());
            case SETTLING ->
                LOG.info(
                        "tenant={} {} rows are deleted, the rest in minutes",
                        step.tenant(),
                        step.erased().rows());
            case GONE -> LOG.info("tenant={} is deleted", step.tenant());
        }
    }
}
