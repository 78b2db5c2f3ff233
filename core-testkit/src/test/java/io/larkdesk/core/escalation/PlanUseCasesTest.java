package io.larkdesk.core.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.ServiceTargets;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffAdministrators;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanUseCasesTest {

    private static final PlanName GOLD = new PlanName("Gold");
    private static final SupportPlan SLOW = replyingWithin(60);
    private static final SupportPlan FAST = replyingWithin(5);

    private final Stores stores = new InMemoryDesk(new ManualClock());
    private final Scene scene = new Scene(stores, new SeededRandomness(5));
    private final Tenant provider = scene.provider("Alder Cloud");
    private final Tenant acme = scene.customer("Acme");
    private final Person admin = scene.staff(provider, "Ada", StaffRole.ADMIN);
    private final Person tam = scene.staff(provider, "Tam", StaffRole.TAM);
    private final OfferPlans offer =
            new OfferPlans(stores.transactions(), stores.planPromises(), new RecordPlan(Records.audit(stores)));
    private final ChangePlan change = new ChangePlan(
            stores.transactions(),
            stores.planPromises(),
            stores.calendars(),
            new StaffAdministrators(stores.people()),
            new RecordPlan(Records.audit(stores)));
    private final ListPlans list =
            new ListPlans(stores.transactions(), stores.planPromises(), stores.tenants(), stores.people());

    private static SupportPlan replyingWithin(int minutes) {
        return new SupportPlan(
                Duration.ofMinutes(minutes), EscalationPolicy.standard(Duration.ofMinutes(5), Optional.empty()));
    }

    private ChangePlan.Result change(Person by, SupportPlan plan, long seen) {
        return change.execute(new ChangePlan.Command(by.id(), GOLD, plan, seen));
    }

    private Optional<SupportPlan> gold() {
        return stores.planPromises().find(GOLD);
    }

    @Test
    void whatAnOperatorSaysAgainDoesNotUndoWhatPeopleChanged() {
        assertThat(offer.execute(Map.of(GOLD, SLOW))).isTrue();
        assertThat(offer.execute(Map.of(GOLD, SLOW))).isFalse();
        assertThat(change(admin, FAST, 1)).isEqualTo(ChangePlan.Result.CHANGED);
        assertThat(offer.execute(Map.of(GOLD, SLOW))).isFalse();
        assertThat(gold()).contains(FAST);
        assertThat(offer.execute(Map.of(GOLD, replyingWithin(30)))).isTrue();
        assertThat(gold()).contains(replyingWithin(30));
    }

    @Test
    void aPlanThatTheOperatorDropsGoesUnlessPeopleChangedIt() {
        offer.execute(Map.of(GOLD, SLOW));
        assertThat(offer.execute(Map.of())).isTrue();
        assertThat(gold()).isEmpty();
        offer.execute(Map.of(GOLD, SLOW));
        assertThat(change(admin, FAST, 1)).isEqualTo(ChangePlan.Result.CHANGED);
        assertThat(offer.execute(Map.of())).isTrue();
        assertThat(offer.execute(Map.of())).isFalse();
        assertThat(gold()).contains(FAST);
    }

    @Test
    void aPlanIsChangedByAdministratorsWhoSawTheLastOne() {
        assertThat(change(tam, FAST, 0)).isEqualTo(ChangePlan.Result.NOT_ALLOWED);
        assertThat(change(admin, FAST, 0)).isEqualTo(ChangePlan.Result.CHANGED);
        assertThat(change(admin, FAST, 0)).isEqualTo(ChangePlan.Result.THE_SAME);
        assertThat(change(admin, SLOW, 0)).isEqualTo(ChangePlan.Result.STALE);
        assertThat(change(admin, SLOW, 1)).isEqualTo(ChangePlan.Result.CHANGED);
        SupportPlan counted = new SupportPlan(
                SLOW.replyWithin(),
                SLOW.escalation(),
                Optional.of(new ServiceTargets(new CalendarName("None"), Map.of(), 50)),
                Optional.empty());
        assertThat(change(admin, counted, 2)).isEqualTo(ChangePlan.Result.NO_CALENDAR);
        assertThat(gold()).contains(SLOW);
    }

    @Test
    void staffSeeThePlansThatAreKeptAndThoseThatCustomersHave() {
        offer.execute(Map.of(GOLD, SLOW));

        assertThat(list.execute(admin.id()).orElseThrow())
                .extracting(plan -> plan.name().value(), plan -> plan.kept().isPresent(), ListPlans.Listed::customers)
                .contains(
                        tuple("Gold", true, List.of()),
                        tuple(acme.plan().orElseThrow().value(), false, List.of("Acme")));
        assertThat(list.execute(tam.id()).orElseThrow()).hasSize(2).allSatisfy(plan -> assertThat(plan.customers())
                .isEmpty());
        assertThat(list.execute(scene.person(acme, "Ann").id())).isEmpty();
    }
}
