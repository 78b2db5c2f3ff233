package io.larkdesk.app.duty;

import io.larkdesk.core.group.SeatOnDuty;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every minute, on every node, whether somebody's duty has begun. */
@Singleton
final class Attendance {

    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

    private final SeatOnDuty seatOnDuty;

    Attendance(SeatOnDuty seatOnDuty) {
        this.seatOnDuty = seatOnDuty;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "20s")
    void look() {
        try {
            int places = seatOnDuty.execute();
            if (places > 0) {
                LOG.info("Engineers on duty came into {} service groups", places);
            }
        } catch (RuntimeException e) {
            LOG.warn("Engineers on duty could not be brought into service groups; the next try is in a minute", e);
        }
    }
}
