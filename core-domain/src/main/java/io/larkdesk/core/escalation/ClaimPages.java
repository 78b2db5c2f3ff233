package io.larkdesk.core.escalation;

import io.larkdesk.core.escalation.Page.End;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes pages that are due. Each claim that comes out is for the caller alone to send, until its time is over; then {@link SettlePage} is
 * told how it went. A claim whose caller died is claimed again by anybody.
 */
@Singleton
public final class ClaimPages {

    private final Transactions transactions;
    private final Tenants tenants;
    private final People people;
    private final Emergencies emergencies;
    private final Pages pages;
    private final ComposePage compose;
    private final PagingPolicy policy;

    /** Takes its collaborators. */
    @Inject
    public ClaimPages(
            Transactions transactions,
            Tenants tenants,
            People people,
            Emergencies emergencies,
            Pages pages,
            ComposePage compose,
            PagingPolicy policy) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.people = people;
        this.emergencies = emergencies;
        this.pages = pages;
        this.compose = compose;
        this.policy = policy;
    }

    /**
     * A page to be sent now, or one to be changed that was sent.
     *
     * @param page as it stands while it is claimed
     * @param tenant the recipient's
     * @param message what to say
     */
    public record Claim(Page page, Tenant tenant, PageMessage message) {

        /** The channel's id of what is to be changed; empty if the page is to be sent. */
        public Optional<String> receipt() {
            return message.receipt();
        }
    }

    /**
     * Claims what is due.
     *
     * @param limit at most so many pages are looked at
     */
    public List<Claim> execute(int limit) {
        return transactions.inTransaction(now -> pages.lockDue(now, limit).stream()
                .flatMap(page -> look(page, now).stream())
                .toList());
    }

    private Optional<Claim> look(Page stored, Instant now) {
        Page page = stored.clampedTo(now, policy.attemptWithin());
        if (page.state().due().filter(due -> !now.isBefore(due)).isEmpty()) {
            pages.save(page, now);
            return Optional.empty();
        }
        Emergency emergency = emergencies.find(page.emergency()).orElseThrow();
        Tenant tenant = tenants.get(page.person().tenant());
        Page next = page.in(next(page, emergency, tenant, now));
        pages.save(next, now);
        return next.state().due().isEmpty()
                ? Optional.empty()
                : Optional.of(new Claim(next, tenant, compose.execute(next, emergency, now)));
    }

    private Page.State next(Page page, Emergency emergency, Tenant tenant, Instant now) {
        Instant deadline = now.plus(policy.attemptWithin());
        if (page.state() instanceof Page.Sent sent) {
            int tries = sent.update().orElseThrow().tries();
            return new Page.Sent(
                    sent.receipt(),
                    sent.at(),
                    tries < PagingPolicy.UPDATE_TRIES
                            ? Optional.of(new Page.Update(tries + 1, deadline))
                            : Optional.empty());
        }
        if (page.state() instanceof Page.Sending sending) {
            return isNeeded(page, emergency) && policy.mayRetry(sending, now)
                    ? new Page.Sending(sending.attempt() + 1, sending.firstAt(), deadline)
                    : new Page.Over(End.UNCONFIRMED, now);
        }
        if (!isNeeded(page, emergency)) {
            return new Page.Over(End.NOT_NEEDED, now);
        }
        if (people.find(page.person()).filter(Person::reachable).isEmpty()) {
            return new Page.Over(End.UNREACHABLE, now);
        }
        return tenant.isInService() ? new Page.Sending(1, now, deadline) : new Page.Over(End.TENANT_SUSPENDED, now);
    }

    private static boolean isNeeded(Page page, Emergency emergency) {
        return switch (page.about().kind()) {
            case ALERT -> emergency.isUnacknowledged();
            case HANDED_OVER -> emergency.version() == page.about().number();
            case NEWS_ACKNOWLEDGED, NEWS_ENDED, MANY_IN_A_DAY -> true;
        };
    }
}
