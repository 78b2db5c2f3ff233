package io.larkdesk.app.tidying;

import io.larkdesk.core.person.ForgetSessions;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tidies up once an hour, on every node: it does not matter who does it, nor how often. */
@Singleton
final class Tidying {

    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);

    private final ForgetSessions forgetSessions;

    Tidying(ForgetSessions forgetSessions) {
        this.forgetSessions = forgetSessions;
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
}
