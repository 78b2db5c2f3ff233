package io.larkdesk.app.emergencies;

import io.larkdesk.app.work.Job;
import io.larkdesk.core.escalation.AdvanceEmergencies;
import io.larkdesk.core.escalation.ClaimPages;
import io.larkdesk.core.escalation.ClaimPages.Claim;
import io.larkdesk.core.escalation.Emergencies;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.Pages;
import io.larkdesk.core.escalation.PagingPolicy;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the steps that are due in Emergencies, and sends the pages that come of them. */
@Singleton
final class PagingJob implements Job<Claim> {

    private static final Logger LOG = LoggerFactory.getLogger(PagingJob.class);
    private static final int EMERGENCIES_AT_ONCE = 20;

    private final AdvanceEmergencies advance;
    private final ClaimPages claimPages;
    private final SendPage sendPage;
    private final Emergencies emergencies;
    private final Pages pages;
    private final Transactions transactions;
    private final PagingPolicy policy;

    PagingJob(
            AdvanceEmergencies advance,
            ClaimPages claimPages,
            SendPage sendPage,
            Emergencies emergencies,
            Pages pages,
            Transactions transactions,
            PagingPolicy policy) {
        this.advance = advance;
        this.claimPages = claimPages;
        this.sendPage = sendPage;
        this.emergencies = emergencies;
        this.pages = pages;
        this.transactions = transactions;
        this.policy = policy;
    }

    @Override
    public List<Claim> claim(int most) {
        advance();
        return claimPages.execute(most);
    }

    /** Whatever goes wrong here must not keep back pages that are stored already. */
    private void advance() {
        try {
            for (Emergency emergency : advance.execute(EMERGENCIES_AT_ONCE)) {
                LOG.info(
                        "emergency={} tenant={} state={} steps={} due={}",
                        emergency.id(),
                        emergency.id().ticket().tenant(),
                        emergency.state().getClass().getSimpleName(),
                        emergency.steps(),
                        emergency.due().map(Object::toString).orElse("never"));
            }
        } catch (RuntimeException e) {
            LOG.error("Emergencies could not be advanced; the watchdog tells if it lasts", e);
        }
    }

    @Override
    public void carryOut(Claim claim, Duration sinceClaimed) {
        sendPage.execute(claim, policy.attemptWithin().minus(sinceClaimed));
    }

    @Override
    public Optional<Duration> untilDue() {
        return transactions.inTransaction(
                now -> Stream.concat(emergencies.findEarliestDue().stream(), pages.findEarliestDue().stream())
                        .map(due -> Duration.between(now, due))
                        .min(Duration::compareTo));
    }
}
