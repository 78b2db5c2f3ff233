package io.larkdesk.app.console;

import io.larkdesk.app.config.Settings;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.core.onboarding.IssueSetupLink;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator, at a start without any administrator, by which link somebody becomes that. */
@Singleton
public final class SetupNotice {

    private static final Logger LOG = LoggerFactory.getLogger(SetupNotice.class);

    private final IssueSetupLink issueSetupLink;
    private final Settings settings;

    SetupNotice(IssueSetupLink issueSetupLink, Settings settings) {
        this.issueSetupLink = issueSetupLink;
        this.settings = settings;
    }

    /** Says so in the log, which is the one place that an operator and nobody else looks at. */
    public void execute() {
        issueSetupLink
                .execute()
                .ifPresent(token -> LOG.info(
                        "There is no administrator yet. Who opens this within an hour becomes it: {}{}?code={}",
                        settings.publicUrl(),
                        Addresses.SETUP,
                        token.reveal()));
    }
}
