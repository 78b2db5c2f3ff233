package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.webhook.Delivery;
import io.larkdesk.core.webhook.Delivery.Attempt;
import io.larkdesk.core.webhook.Delivery.End;
import io.larkdesk.core.webhook.Delivery.Result;
import io.larkdesk.core.webhook.Endpoint;
import io.larkdesk.core.webhook.EndpointId;
import io.larkdesk.core.webhook.EndpointUrl;
import io.larkdesk.core.webhook.EventId;
import io.larkdesk.core.webhook.EventType;
import io.larkdesk.testkit.SeededRandomness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.webhook.Webhooks}. */
public abstract class WebhooksContract extends StoresContract {

    private final SeededRandomness randomness = new SeededRandomness(23);
    private final TenantId provider = new TenantId(randomness.uuid());

    /** Made for subclasses. */
    protected WebhooksContract() {}

    private Endpoint endpoint(Instant addedAt, Optional<Instant> stoppedAt) {
        return new Endpoint(
                new EndpointId(randomness.uuid()),
                provider,
                EndpointUrl.parse("https://hooks.example/lark").orElseThrow(),
                Set.of(EventType.TICKET_CREATED, EventType.EMERGENCY_DECLARED),
                new SealedSecret("sealed"),
                Optional.of(new Endpoint.Retiring(new SealedSecret("before"), addedAt.plusMillis(7))),
                addedAt,
                stoppedAt);
    }

    private Delivery due(Endpoint endpoint, Instant at, Instant due) {
        return delivery(endpoint, at, Optional.of(due), Optional.empty());
    }

    private Delivery delivery(Endpoint endpoint, Instant at, Optional<Instant> due, Optional<End> end) {
        return new Delivery(
                new EventId(randomness.uuid()),
                provider,
                endpoint.id(),
                EventType.TICKET_CREATED,
                Optional.of(new GroupId(new TenantId(randomness.uuid()), randomness.uuid())),
                at,
                3,
                due,
                end);
    }

    private Delivery saved(Delivery delivery) {
        stores().webhooks().save(delivery);
        return delivery;
    }

    private Endpoint saved(Endpoint endpoint) {
        stores().webhooks().save(endpoint);
        return endpoint;
    }

    @Test
    void endpointsAreListedInOrderOfAdding() {
        Instant now = present();
        Endpoint second = saved(endpoint(now.plusMillis(1), Optional.empty()));
        Endpoint first = saved(endpoint(now, Optional.of(now)));

        assertThat(stores().webhooks().listEndpoints(provider)).containsExactly(first, second);
        assertThat(stores().webhooks().listEndpoints(new TenantId(randomness.uuid())))
                .isEmpty();
        assertThat(stores().webhooks().listWorking()).containsExactly(second);
    }

    @Test
    void anEndpointIsLockedAsItWasStoredLast() {
        Endpoint endpoint = saved(endpoint(present(), Optional.empty()));
        inTransaction(now -> assertThat(stores().webhooks().lockEndpoint(provider, endpoint.id()))
                .contains(endpoint));
        assertThatThrownBy(() -> stores().webhooks().lockEndpoint(provider, endpoint.id()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsDueIsLockedByOneAlone() {
        Instant now = present();
        Endpoint endpoint = saved(endpoint(now, Optional.empty()));
        Delivery later = saved(due(endpoint, now, now));
        Delivery earlier = saved(due(endpoint, now, now.minusMillis(1)));
        saved(due(endpoint, now, now.plusMillis(1)));
        saved(delivery(endpoint, now, Optional.empty(), Optional.of(End.DELIVERED)));

        inTransaction(any -> {
            assertThat(stores().webhooks().lockDue(now, 1, 9, List.of())).containsExactly(earlier);
            List<Delivery> others = elsewhere(() ->
                    transactions().inTransaction(there -> stores().webhooks().lockDue(now, 9, 9, List.of())));
            assertThat(others).containsExactly(later);
        });
        inTransaction(any ->
                assertThat(stores().webhooks().lockDue(now, 9, 9, List.of())).containsExactly(earlier, later));
    }

    @Test
    void endpointsTakeTurns() {
        Instant now = present();
        Endpoint slow = saved(endpoint(now, Optional.empty()));
        Endpoint other = saved(endpoint(now, Optional.empty()));
        Delivery first = saved(due(slow, now, now.minusMillis(9)));
        Delivery second = saved(due(slow, now, now.minusMillis(8)));
        Delivery third = saved(due(slow, now, now.minusMillis(7)));
        Delivery late = saved(due(other, now, now));

        assertThat(lock(now, 9, 9, List.of())).containsExactly(first, late, second, third);
        assertThat(lock(now, 2, 9, List.of())).containsExactly(first, late);
        assertThat(lock(now, 9, 2, List.of())).containsExactly(first, late, second);
        assertThat(lock(now, 9, 2, List.of(slow.id()))).containsExactly(late, first);
        assertThat(lock(now, 1, 9, List.of(slow.id(), slow.id()))).containsExactly(late);
        assertThat(lock(now, 9, 2, List.of(slow.id(), slow.id()))).containsExactly(late);
    }

    private List<Delivery> lock(Instant now, int limit, int share, List<EndpointId> underWay) {
        return transactions().inTransaction(any -> stores().webhooks().lockDue(now, limit, share, underWay));
    }

    @Test
    void theEarliestThatIsDueIsTold() {
        Instant now = present();
        Endpoint endpoint = saved(endpoint(now, Optional.empty()));
        assertThat(stores().webhooks().findEarliestDue()).isEmpty();
        saved(due(endpoint, now, now.plusMillis(5)));
        saved(due(endpoint, now, now.plusMillis(3)));

        assertThat(stores().webhooks().findEarliestDue()).contains(now.plusMillis(3));
    }

    @Test
    void deliveriesAreListedTheLastFirst() {
        Instant now = present();
        Endpoint endpoint = saved(endpoint(now, Optional.empty()));
        Delivery first = saved(due(endpoint, now, now));
        Delivery second = saved(delivery(endpoint, now.plusMillis(1), Optional.empty(), Optional.of(End.GIVEN_UP)));
        saved(due(endpoint(now, Optional.empty()), now, now));

        assertThat(stores().webhooks().listDeliveries(provider, endpoint.id(), 9))
                .containsExactly(second, first);
        assertThat(stores().webhooks().listDeliveries(provider, endpoint.id(), 1))
                .containsExactly(second);
        inTransaction(any -> assertThat(stores().webhooks().lockDelivery(provider, second.id()))
                .contains(second));
    }

    @Test
    void allThatIsOnItsWayToOneEndpointEnds() {
        Instant now = present();
        Endpoint endpoint = saved(endpoint(now, Optional.empty()));
        saved(delivery(endpoint, now, Optional.empty(), Optional.of(End.DELIVERED)));
        Delivery due = saved(due(endpoint, now.plusMillis(1), now));
        saved(due(endpoint, now.plusMillis(2), now.plusSeconds(99)));
        Delivery elsewhere = saved(due(saved(endpoint(now, Optional.empty())), now, now));
        inTransaction(any -> {
            assertThat(stores().webhooks().lockDelivery(provider, due.id())).isPresent();
            elsewhere(() -> {
                stores().webhooks().stopAll(provider, endpoint.id());
                return endpoint;
            });
        });
        assertThat(ends(endpoint))
                .as("one is held by another")
                .containsExactly(Optional.of(End.STOPPED), Optional.empty(), Optional.of(End.DELIVERED));

        stores().webhooks().stopAll(provider, endpoint.id());

        assertThat(ends(endpoint))
                .containsExactly(Optional.of(End.STOPPED), Optional.of(End.STOPPED), Optional.of(End.DELIVERED));
        assertThat(lock(now.plusSeconds(99), 9, 9, List.of())).containsExactly(elsewhere);
    }

    private List<Optional<End>> ends(Endpoint endpoint) {
        return stores().webhooks().listDeliveries(provider, endpoint.id(), 9).stream()
                .map(Delivery::end)
                .toList();
    }

    @Test
    void whatIsOverIsForgottenWithItsAttempts() {
        Instant now = present();
        Endpoint endpoint = saved(endpoint(now, Optional.empty()));
        Delivery over = saved(delivery(endpoint, now, Optional.empty(), Optional.of(End.DELIVERED)));
        Delivery young = saved(delivery(endpoint, now.plusMillis(1), Optional.empty(), Optional.of(End.DELIVERED)));
        Delivery due = saved(due(endpoint, now, now));
        Attempt refused =
                new Attempt(over.id(), provider, now, Optional.of(500), Duration.ofMillis(12), Result.REFUSED);
        Attempt none =
                new Attempt(over.id(), provider, now, Optional.empty(), Duration.ofSeconds(15), Result.NO_ANSWER);
        stores().webhooks().add(refused);
        stores().webhooks().add(none);
        assertThat(stores().webhooks().listAttempts(provider, over.id())).containsExactly(refused, none);

        stores().webhooks().forget(now.plusMillis(1));

        assertThat(stores().webhooks().listDeliveries(provider, endpoint.id(), 9))
                .isEqualTo(List.of(young, due));
        assertThat(stores().webhooks().listAttempts(provider, over.id())).isEmpty();
    }
}
