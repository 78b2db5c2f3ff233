package io.larkdesk.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.MeterCalls.Charge;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The ledger has, by tenant, day and purpose, exactly the calls that were metered and not given back. */
class LedgerProperties {

    private static final int RESERVE = 3;

    private enum Kind {
        TAKE,
        GIVE_BACK,
        EXHAUST,
        WAIT
    }

    /** What happens; the numbers choose among what there is. */
    private record Deed(Kind kind, int tenant, CallPurpose purpose, int chosen) {}

    /** Where a call is counted. */
    private record Place(int tenant, LocalDate day, CallPurpose purpose) {}

    private record Month(int tenant, YearMonth month) {}

    @Provide
    Arbitrary<List<Deed>> months() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(20, Arbitraries.just(Kind.TAKE)),
                                Tuple.of(6, Arbitraries.just(Kind.GIVE_BACK)),
                                Tuple.of(1, Arbitraries.just(Kind.EXHAUST)),
                                Tuple.of(6, Arbitraries.just(Kind.WAIT))),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(CallPurpose.class),
                        Arbitraries.integers().between(0, 999))
                .as(Deed::new)
                .list()
                .ofMaxSize(120);
    }

    @Property
    void theLedgerHasWhatWasMetered(@ForAll("months") List<Deed> deeds) {
        World world = new World();
        deeds.forEach(world::play);
        world.check();
    }

    /** The use case, and beside it how it is to be. */
    private static final class World {

        private final ManualClock clock = new ManualClock();
        private final Stores stores = new InMemoryDesk(clock);
        private final List<Tenant> tenants;
        private final MeterCalls meter;
        private final List<Charge> charges = new ArrayList<>();
        private final Map<Place, Integer> model = new HashMap<>();
        private final Set<Month> exhausted = new HashSet<>();
        private final int allowance = 12;

        World() {
            Scene scene = new Scene(stores, new SeededRandomness(3));
            tenants = List.of(scene.customer("Acme"), scene.customer("Other"));
            tenants.forEach(tenant -> stores.tenants().save(tenant.with(tenant.edition(), new Allowance(allowance))));
            BudgetPolicy usual = BudgetPolicy.DEFAULT;
            meter = new MeterCalls(
                    stores.transactions(),
                    stores.callBudgets(),
                    new BudgetPolicy(RESERVE, usual.longerWindow(), usual.hourly()));
        }

        void play(Deed deed) {
            switch (deed.kind()) {
                case TAKE -> take(deed);
                case GIVE_BACK ->
                    chosen(deed).ifPresent(charge -> {
                        charges.remove(charge);
                        meter.giveBack(charge);
                        model.merge(place(charge), -1, Integer::sum);
                    });
                case EXHAUST ->
                    chosen(deed).ifPresent(charge -> {
                        charges.remove(charge);
                        meter.exhaust(charge);
                        model.merge(place(charge), -1, Integer::sum);
                        exhausted.add(new Month(place(charge).tenant(), YearMonth.from(charge.day())));
                    });
                case WAIT -> clock.advance(Duration.ofHours(deed.chosen() % 200));
            }
        }

        private void take(Deed deed) {
            LocalDate today = CallDay.of(clock.instant());
            Month month = new Month(deed.tenant(), YearMonth.from(today));
            int most = deed.purpose() == CallPurpose.EMERGENCY || deed.purpose() == CallPurpose.SETUP
                    ? allowance
                    : allowance - RESERVE;
            boolean expected = !exhausted.contains(month) && used(month) < most;

            Optional<Charge> charge = meter.take(tenants.get(deed.tenant()).id(), deed.purpose());

            assertThat(charge.isPresent()).isEqualTo(expected);
            charge.ifPresent(taken -> {
                charges.add(taken);
                model.merge(new Place(deed.tenant(), today, deed.purpose()), 1, Integer::sum);
            });
        }

        private Optional<Charge> chosen(Deed deed) {
            return charges.isEmpty() ? Optional.empty() : Optional.of(charges.get(deed.chosen() % charges.size()));
        }

        private Place place(Charge charge) {
            int tenant = charge.tenant().equals(tenants.get(0).id()) ? 0 : 1;
            return new Place(tenant, charge.day(), charge.purpose());
        }

        private int used(Month month) {
            return model.entrySet().stream()
                    .filter(entry -> entry.getKey().tenant() == month.tenant())
                    .filter(entry -> YearMonth.from(entry.getKey().day()).equals(month.month()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        void check() {
            Map<Place, Integer> known = new HashMap<>();
            for (int tenant = 0; tenant < tenants.size(); tenant++) {
                for (CallDay day : days(tenant)) {
                    for (Map.Entry<CallPurpose, Integer> calls : day.calls().entrySet()) {
                        known.put(new Place(tenant, day.day(), calls.getKey()), calls.getValue());
                    }
                }
            }
            known.values().removeIf(calls -> calls == 0);
            model.values().removeIf(calls -> calls == 0);
            assertThat(known).isEqualTo(model);
            model.keySet().forEach(place -> {
                Month month = new Month(place.tenant(), YearMonth.from(place.day()));
                CallBudget budget =
                        stores.callBudgets().get(tenants.get(month.tenant()).id(), month.month());
                assertThat(budget.used()).isEqualTo(used(month)).isLessThanOrEqualTo(allowance);
                assertThat(budget.exhausted()).isEqualTo(exhausted.contains(month));
            });
        }

        private List<CallDay> days(int tenant) {
            LocalDate today = CallDay.of(clock.instant());
            return stores.callBudgets()
                    .listDays(List.of(tenants.get(tenant).id()), today.minusYears(2), today.plusDays(1));
        }
    }
}
