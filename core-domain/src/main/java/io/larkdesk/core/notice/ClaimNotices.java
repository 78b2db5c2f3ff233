package io.larkdesk.core.notice;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.reminder.QuietTimes;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes notices that are due. Each claim that comes out is for the caller alone to send, within {@link Delivery#ATTEMPT_WITHIN}; then
 * {@link SettleNotice} is told how it went. A claim whose caller died is claimed again by anybody.
 */
@Singleton
public final class ClaimNotices {

    private final Transactions transactions;
    private final Tenants tenants;
    private final People people;
    private final QuietTimes quietTimes;
    private final Notices notices;

    /** Takes its collaborators. */
    @Inject
    public ClaimNotices(
            Transactions transactions, Tenants tenants, People people, QuietTimes quietTimes, Notices notices) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.people = people;
        this.quietTimes = quietTimes;
        this.notices = notices;
    }

    /**
     * A notice to be sent now.
     *
     * @param tenant the recipient's
     * @param message what to say, with the notice as it stands while it is claimed
     */
    public record Claim(Tenant tenant, NoticeMessage message) {

        /** Refuses null. */
        public Claim {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(message, "message");
        }
    }

    /** At most {@code limit} notices that are due. */
    public List<Claim> execute(int limit) {
        return transactions.inTransaction(now -> notices.lockDue(now, limit).stream()
                .flatMap(notice -> claim(notice, now).stream())
                .toList());
    }

    private Optional<Claim> claim(Notice stored, Instant now) {
        Tenant tenant = tenants.get(stored.person().tenant());
        Person recipient = people.find(stored.person()).orElseThrow();
        boolean canRead =
                tenant.isInService() && recipient.reachable() && stored.matter().isFor(recipient);
        Notice next = stored.in(canRead ? stored.delivery().begin(now) : new Delivery.Over(Delivery.End.REFUSED, now));
        notices.save(next);
        return next.delivery().due().isEmpty()
                ? Optional.empty()
                : Optional.of(new Claim(
                        tenant,
                        new NoticeMessage(
                                next,
                                recipient,
                                next.matter().customer().map(customer -> tenants.get(customer)
                                        .organisation()),
                                now,
                                quietTimes.get(recipient.id()).zone())));
    }
}
