package io.larkdesk.app.tidying;

import io.larkdesk.core.person.ForgetSessions;
import io.larkdesk.core.ticket.CloseSilentTickets;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tidies up now and then, on every node: it does not matter who does it, nor how often. */
@Singleton
final class Tidying {

    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);

    private final ForgetSessions forgetSessions;
    private final CloseSilentTickets closeSilentTickets;

    Tidying(ForgetSessions forgetSessions, CloseSilentTickets closeSilentTickets) {
        this.forgetSessions = forgetSessions;
        this.closeSilentTickets = closeSilentTickets;
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "1m")
    void tidy() {
        try {
            int sessions = forgetSessions.execute();
            if (sessions > 0) {
                LOG.info("Forgot {} sessions that were over", sessions);
            }
        } catch (RuntimeException e) {
            LOG.warn("Tidying up failed; the next time is in an hour", e);
        }
    }

    @Scheduled(fixedDelay = "10m", initialDelay = "2m")
    void closeTickets() {
        try {
            int all = 0;
            for (int some = closeSilentTickets.execute(); some > 0; some = closeSilentTickets.execute()) {
                all += some;
            }
            if (all > 0) {
                LOG.info("Closed {} tickets about which nobody said anything any more", all);
            }
        } catch (RuntimeException e) {
            LOG.warn("Silent tickets could not be closed; the next try is in ten minutes", e);
        }
    }
}
