package io.larkdesk.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffAdministrators;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.KeepTimeline;
import io.larkdesk.core.ticket.KeepTimeline.Happened;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.webhook.AddEndpoint.Added;
import io.larkdesk.core.webhook.ClaimDeliveries.Claim;
import io.larkdesk.core.webhook.Delivery.End;
import io.larkdesk.core.webhook.Delivery.Result;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.PlainSecrets;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What endpoints are told, how often it is tried, and who says so. */
class WebhooksTest {

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final SeededRandomness randomness = new SeededRandomness(9);
    private final Scene scene = new Scene(desk, randomness);
    private final Tenant provider = scene.provider("Alder Cloud");
    private final Person admin = scene.staff(provider, "Ines", StaffRole.ADMIN);
    private final Person tam = scene.staff(provider, "Sofia", StaffRole.TAM);
    private final StaffAdministrators administrators = new StaffAdministrators(desk.people());
    private final PlainSecrets secrets = new PlainSecrets();
    private final AddEndpoint add = new AddEndpoint(
            desk.transactions(),
            administrators,
            desk.webhooks(),
            secrets,
            WebhookPolicy.DEFAULT,
            randomness,
            new RecordEndpoint(Records.audit(desk)));
    private final ChangeEndpoint change = new ChangeEndpoint(
            desk.transactions(),
            administrators,
            desk.webhooks(),
            secrets,
            randomness,
            new RecordEndpoint(Records.audit(desk)));
    private final ReplayDelivery replay = new ReplayDelivery(
            desk.transactions(), administrators, desk.webhooks(), new RecordEndpoint(Records.audit(desk)));
    private final QueueEvents queue = new QueueEvents(desk.transactions(), desk.webhooks(), randomness);
    private final ClaimDeliveries claim =
            new ClaimDeliveries(desk.transactions(), desk.webhooks(), desk.tickets(), secrets);
    private final SettleDelivery settle = new SettleDelivery(desk.transactions(), desk.webhooks(), randomness);
    private final GroupId ticket = ticket();

    private GroupId ticket() {
        Tenant customer = scene.customer("Harbour");
        return scene.ticket(scene.group(customer), scene.person(customer, "Daniel"))
                .id();
    }

    private AddEndpoint.Result add(Person who, String url) {
        return add.execute(new AddEndpoint.Command(
                who.id(), EndpointUrl.parse(url).orElseThrow(), Set.of(EventType.TICKET_RESOLVED)));
    }

    private Added added() {
        return (Added) add(admin, "https://hooks.example/lark");
    }

    private void happens(TimelineEntry.Kind kind) {
        queue.execute(new KeepTimeline(desk.transactions(), desk.timelines())
                .execute(ticket, new Happened(kind, Optional.empty(), Optional.empty(), "secret words")));
    }

    private Claim claimed() {
        List<Claim> claims = claim.execute(9);
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    private void settle(Claim one, Result result) {
        settle.execute(one.delivery(), new SettleDelivery.Outcome(result, Optional.empty(), Duration.ofMillis(3)));
    }

    private Delivery last(Endpoint endpoint) {
        return desk.webhooks().listDeliveries(provider.id(), endpoint.id(), 1).get(0);
    }

    @Test
    void onlyWhatAnEndpointWantsIsTold() {
        Added added = added();
        happens(TimelineEntry.Kind.CREATED);
        assertThat(claim.execute(9)).isEmpty();
        happens(TimelineEntry.Kind.RESOLVED);
        Claim one = claimed();
        assertThat(one.delivery().type()).isEqualTo(EventType.TICKET_RESOLVED);
        assertThat(one.secrets()).containsExactly(added.secret());
        assertThat(one.number()).isPresent();
        settle(one, Result.TAKEN);
        clock.advance(Duration.ofDays(1));
        assertThat(claim.execute(9)).isEmpty();
    }

    @Test
    void anAttemptThatIsNeverSettledIsMadeAgain() {
        added();
        happens(TimelineEntry.Kind.RESOLVED);
        Claim dead = claimed();
        clock.advance(Delivery.LEASE.minusMillis(1));
        assertThat(claim.execute(9)).isEmpty();
        clock.advance(Duration.ofMillis(1));
        Claim next = claimed();
        assertThat(next.delivery().id()).isEqualTo(dead.delivery().id());

        settle(dead, Result.TAKEN);
        assertThat(next.delivery().due()).isPresent();
        settle(next, Result.TAKEN);
        clock.advance(Duration.ofDays(1));
        assertThat(claim.execute(9)).isEmpty();
    }

    @Test
    void itIsTriedForAboutADayAndThenGivenUp() {
        Endpoint endpoint = added().endpoint();
        happens(TimelineEntry.Kind.RESOLVED);
        int tries = 0;
        Duration passed = Duration.ZERO;
        while (last(endpoint).end().isEmpty()) {
            settle(claimed(), Result.NO_ANSWER);
            tries++;
            Optional<Instant> due = last(endpoint).due();
            if (due.isPresent()) {
                passed = passed.plus(Duration.between(clock.instant(), due.get()));
                clock.set(due.get());
            }
        }
        assertThat(last(endpoint).end()).contains(End.GIVEN_UP);
        assertThat(tries).isEqualTo(Delivery.PAUSES.size() + 1);
        assertThat(passed).isBetween(Duration.ofHours(21), Duration.ofHours(26));
    }

    @Test
    void whoIsGoneIsToldNothingMore() {
        Endpoint endpoint = added().endpoint();
        happens(TimelineEntry.Kind.RESOLVED);
        happens(TimelineEntry.Kind.RESOLVED);
        List<Claim> both = claim.execute(1);
        settle(both.get(0), Result.GONE);
        assertThat(claim.execute(9)).isEmpty();
        happens(TimelineEntry.Kind.RESOLVED);
        assertThat(claim.execute(9)).isEmpty();
        assertThat(desk.webhooks().listDeliveries(provider.id(), endpoint.id(), 9))
                .hasSize(2)
                .allMatch(delivery -> delivery.end().equals(Optional.of(End.STOPPED)));
    }

    @Test
    void whatWaitedWhenAnEndpointWasStoppedDoesNotArriveOnceItIsResumed() {
        Endpoint endpoint = added().endpoint();
        happens(TimelineEntry.Kind.RESOLVED);
        settle(claimed(), Result.NO_ANSWER);
        change(endpoint, ChangeEndpoint.What.STOP);
        assertThat(last(endpoint).end()).contains(End.STOPPED);

        change(endpoint, ChangeEndpoint.What.RESUME);
        clock.advance(Duration.ofDays(1));
        assertThat(claim.execute(9)).isEmpty();
        happens(TimelineEntry.Kind.RESOLVED);
        assertThat(claimed().delivery().attempts()).isEqualTo(1);
    }

    @Test
    void whatElseWasOnItsWayToWhoIsGoneDoesNotArriveOnceItIsResumed() {
        Endpoint endpoint = added().endpoint();
        happens(TimelineEntry.Kind.RESOLVED);
        happens(TimelineEntry.Kind.RESOLVED);
        List<Claim> both = claim.execute(9);
        settle(both.get(0), Result.GONE);
        settle(both.get(1), Result.NO_ANSWER);

        change(endpoint, ChangeEndpoint.What.RESUME);
        clock.advance(Duration.ofDays(1));
        assertThat(claim.execute(9)).isEmpty();
    }

    private void change(Endpoint endpoint, ChangeEndpoint.What what) {
        assertThat(change.execute(new ChangeEndpoint.Command(admin.id(), endpoint.id(), what)))
                .isPresent();
    }

    @Test
    void twoSecretsSignForADay() {
        Added added = added();
        SigningSecret next = change.execute(
                        new ChangeEndpoint.Command(admin.id(), added.endpoint().id(), ChangeEndpoint.What.ROTATE))
                .flatMap(ChangeEndpoint.Done::secret)
                .orElseThrow();
        happens(TimelineEntry.Kind.RESOLVED);
        assertThat(claimed().secrets()).containsExactly(next, added.secret());
        clock.advance(Endpoint.OVERLAP);
        assertThat(claimed().secrets()).containsExactly(next);
    }

    @Test
    void anEventIsToldOnceMoreUnderItsId() {
        Endpoint endpoint = added().endpoint();
        happens(TimelineEntry.Kind.RESOLVED);
        settle(claimed(), Result.TAKEN);
        EventId event = last(endpoint).id();

        assertThat(replay.execute(new ReplayDelivery.Command(tam.id(), event))).isEmpty();
        assertThat(replay.execute(new ReplayDelivery.Command(admin.id(), event)))
                .isPresent();
        assertThat(claimed().delivery().id()).isEqualTo(event);
    }

    @Test
    void onlyAdministratorsAddAndOnlyWhatIsSecure() {
        assertThat(add(tam, "https://hooks.example")).isEqualTo(new AddEndpoint.NotAllowed());
        assertThat(add(admin, "http://hooks.example")).isEqualTo(new AddEndpoint.NotSecure());
        for (String none : List.of("ftp://x", "https://", "https://u:p@x", "https://x#y", "x", "https:///x", "")) {
            assertThat(EndpointUrl.parse(none)).as(none).isEmpty();
        }
    }
}
