package io.larkdesk.app.tidying;

import io.larkdesk.core.attachment.TidyAttachments;
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
    private final TidyAttachments tidyAttachments;

    Tidying(ForgetSessions forgetSessions, CloseSilentTickets closeSilentTickets, TidyAttachments tidyAttachments) {
        this.forgetSessions = forgetSessions;
        this.closeSilentTickets = closeSilentTickets;
        this.tidyAttachments = tidyAttachments;
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

    /** More often: files take room until they are gone. */
    @Scheduled(fixedDelay = "5m", initialDelay = "30s")
    void tidyFiles() {
        try {
            int files = tidyAttachments.execute();
            if (files > 0) {
                LOG.info("Removed {} files that were broken off, taken back or never sent", files);
            }
        } catch (RuntimeException e) {
            LOG.warn("Files could not be tidied up; the next time is in 5 minutes", e);
        }
    }
}
