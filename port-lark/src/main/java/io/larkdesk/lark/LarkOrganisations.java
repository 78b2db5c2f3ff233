package io.larkdesk.lark;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.core.tenant.Organisations;
import java.time.Duration;
import java.util.Objects;

/** Knows organisations by asking Lark. */
public final class LarkOrganisations implements Organisations {

    private final LarkPlatform lark;
    private final Duration within;

    /**
     * Takes what it asks.
     *
     * @param lark the platform
     * @param within how long Lark may take to answer
     */
    public LarkOrganisations(LarkPlatform lark, Duration within) {
        this.lark = Objects.requireNonNull(lark, "lark");
        this.within = Objects.requireNonNull(within, "within");
    }

    @Override
    public Answer lookUp(LarkApp app) {
        return lark.queryTenant(app, CallPurpose.SETUP, within)
                .fold(
                        info -> new Known(info.name().isBlank() ? info.tenantKey() : info.name(), info.tenantKey()),
                        error -> new NotKnown(error.detail()),
                        NotKnown::new);
    }
}
