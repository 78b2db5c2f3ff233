package io.larkdesk.app.clocks;

import io.larkdesk.core.clock.ClaimAlerts;
import io.larkdesk.core.notice.TellClocks;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every minute, on every node, which clocks have something to tell. That costs no call; the notices do, of the provider's. */
@Singleton
final class ClockRounds {

    private static final Logger LOG = LoggerFactory.getLogger(ClockRounds.class);
    private static final int MOST_AT_ONCE = 1_000;

    private final TellClocks tellClocks;

    ClockRounds(TellClocks tellClocks) {
        this.tellClocks = tellClocks;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "50s")
    void look() {
        try {
            for (int looked = 0; looked < MOST_AT_ONCE; looked++) {
                Optional<ClaimAlerts.Claimed> claimed = tellClocks.execute();
                if (claimed.isEmpty()) {
                    return;
                }
                claimed.get()
                        .alerts()
                        .forEach(alert -> LOG.info(
                                "Told of {}: {}", claimed.get().ticket().number(), alert));
            }
        } catch (RuntimeException e) {
            LOG.warn("The clocks of tickets could not be looked after; the next try is in a minute", e);
        }
    }
}
