package io.larkdesk.app.duty;

import io.larkdesk.core.notice.TellGaps;
import io.larkdesk.core.roster.Gap;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every ten minutes, on every node, whether there is a new gap in the roster. That costs no call unless there is. */
@Singleton
final class GapWatch {

    private static final Logger LOG = LoggerFactory.getLogger(GapWatch.class);

    private final TellGaps tellGaps;

    GapWatch(TellGaps tellGaps) {
        this.tellGaps = tellGaps;
    }

    @Scheduled(fixedDelay = "10m", initialDelay = "5m")
    void look() {
        try {
            List<Gap> gaps = tellGaps.execute();
            if (!gaps.isEmpty()) {
                LOG.info(
                        "Told of {} gaps in the roster, the first from {}",
                        gaps.size(),
                        gaps.get(0).from());
            }
        } catch (RuntimeException e) {
            LOG.warn("Gaps in the roster could not be looked for; the next try is in ten minutes", e);
        }
    }
}
