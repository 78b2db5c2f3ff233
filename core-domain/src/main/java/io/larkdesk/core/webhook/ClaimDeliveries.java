package io.larkdesk.core.webhook;

import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.Tickets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Takes events that are due, with all that is needed to tell them. Whoever takes one has it until its lease runs out. */
@Singleton
public final class ClaimDeliveries {

    /** How long events that are over are kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    private final Transactions transactions;
    private final Webhooks webhooks;
    private final Tickets tickets;
    private final Secrets secrets;

    /** Takes its collaborators. */
    @Inject
    public ClaimDeliveries(Transactions transactions, Webhooks webhooks, Tickets tickets, Secrets secrets) {
        this.transactions = transactions;
        this.webhooks = webhooks;
        this.tickets = tickets;
        this.secrets = secrets;
    }

    /**
     * An event to be told now.
     *
     * @param delivery which, as it stands now
     * @param url where
     * @param secrets by which it is signed, the newest first
     * @param number of which ticket, if it is about one
     * @param now when this was put together
     */
    public record Claim(
            Delivery delivery,
            EndpointUrl url,
            List<SigningSecret> secrets,
            Optional<TicketNumber> number,
            Instant now) {

        /** Copies the list. */
        public Claim {
            Objects.requireNonNull(delivery, "delivery");
            Objects.requireNonNull(url, "url");
            secrets = List.copyOf(secrets);
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(now, "now");
        }
    }

    /** At most {@code most} of those that are due; endpoints take turns. What is on its way to an endpoint that is stopped ends here. */
    public List<Claim> execute(int most) {
        return execute(most, Integer.MAX_VALUE, List.of());
    }

    /**
     * The same, but so that an endpoint that is slow to answer leaves room for others.
     *
     * @param share at most so many at once to one endpoint
     * @param underWay to which endpoints the caller tells something just now, each as often as it does
     */
    public List<Claim> execute(int most, int share, Collection<EndpointId> underWay) {
        return transactions.inTransaction(now -> {
            List<Claim> claims = new ArrayList<>();
            for (Delivery delivery : webhooks.lockDue(now, most, share, underWay)) {
                Optional<Endpoint> endpoint = webhooks.lockEndpoint(delivery.provider(), delivery.endpoint())
                        .filter(known -> known.stoppedAt().isEmpty());
                Delivery next = endpoint.isPresent() ? delivery.begin(now) : delivery.over(Delivery.End.STOPPED);
                webhooks.save(next);
                endpoint.map(known -> claim(next, known, now)).ifPresent(claims::add);
            }
            return List.copyOf(claims);
        });
    }

    private Claim claim(Delivery delivery, Endpoint endpoint, Instant now) {
        List<SigningSecret> signing = new ArrayList<>();
        signing.add(SigningSecret.opened(secrets.open(endpoint.provider(), endpoint.secret())));
        endpoint.retiring()
                .filter(old -> now.isBefore(old.until()))
                .map(old -> SigningSecret.opened(secrets.open(endpoint.provider(), old.secret())))
                .ifPresent(signing::add);
        return new Claim(
                delivery,
                endpoint.url(),
                signing,
                delivery.ticket().flatMap(tickets::find).map(Ticket::number),
                now);
    }

    /** For how long nothing is due; negative if something is overdue, empty if nothing is planned. */
    public Optional<Duration> untilDue() {
        return transactions.inTransaction(now -> webhooks.findEarliestDue().map(due -> Duration.between(now, due)));
    }

    /** Forgets what is over for {@link #KEPT}. */
    public void forget() {
        transactions.inTransaction(now -> {
            webhooks.forget(now.minus(KEPT));
            return now;
        });
    }
}
