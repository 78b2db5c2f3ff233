package io.larkdesk.app.onboarding;

import io.larkdesk.app.work.Gate;
import io.larkdesk.core.notice.TellDrift;
import io.larkdesk.core.onboarding.ClaimDailyPreflight;
import io.larkdesk.core.onboarding.ClaimDrift;
import io.larkdesk.core.onboarding.RunPreflight;
import io.larkdesk.core.tenant.TenantId;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then, on every node, whose Lark configuration is to be checked today. That costs no call; a tenant that does not use Lark is
 * not checked.
 */
@Singleton
final class DailyPreflight {

    private static final Logger LOG = LoggerFactory.getLogger(DailyPreflight.class);
    private static final int AT_ONCE = 10;
    private static final String NOBODY = "nobody";

    private final ClaimDailyPreflight claimDailyPreflight;
    private final RunPreflight runPreflight;
    private final TellDrift tellDrift;
    private final Gate gate;

    DailyPreflight(ClaimDailyPreflight claimDailyPreflight, RunPreflight runPreflight, TellDrift tellDrift, Gate gate) {
        this.claimDailyPreflight = claimDailyPreflight;
        this.runPreflight = runPreflight;
        this.tellDrift = tellDrift;
        this.gate = gate;
    }

    @Scheduled(fixedDelay = "20m", initialDelay = "7m")
    void look() {
        try {
            for (List<TenantId> some = claim(); !some.isEmpty(); some = claim()) {
                some.forEach(this::check);
            }
            for (Optional<ClaimDrift.News> next = tellDrift.execute(); next.isPresent(); next = tellDrift.execute()) {
                log(next.get());
            }
        } catch (RuntimeException e) {
            LOG.warn("The daily Preflights could not be looked after; the next try is in 20 minutes", e);
        }
    }

    private List<TenantId> claim() {
        return gate.isOpen() ? claimDailyPreflight.execute(AT_ONCE) : List.of();
    }

    /** One tenant whose secret cannot be opened keeps no other from its turn. */
    private void check(TenantId tenant) {
        try {
            runPreflight.execute(new RunPreflight.Command(tenant, Optional.empty()));
        } catch (RuntimeException e) {
            LOG.warn("Today's Preflight of tenant {} failed", tenant, e);
        }
    }

    private static void log(ClaimDrift.News news) {
        LOG.warn(
                "The Lark configuration of {} is not as it was: {}; its TAM is {}",
                news.tenant().organisation(),
                news.drift().checks(),
                news.tam().map(tam -> tam.name().value()).orElse(NOBODY));
    }
}
