package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.MeterCalls.Charge;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.testkit.contract.Together;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Law 4: in no calendar month do a tenant's counted calls pass its allowance; reminders leave the reserve alone and become rarer as the
 * budget gets tight; once Lark says that a month is used up, it is left alone until the next.
 */
@Says("Law 4: in no calendar month do a tenant's counted calls pass its allowance; reminders leave the "
        + "reserve alone and become rarer as the budget gets tight; once Lark says that a month is used up, it "
        + "is left alone until the next.")
public abstract class BudgetLaw extends Law {

    private static final int THREADS = 4;

    /** Made for subclasses. */
    protected BudgetLaw() {}

    @Property
    void noMonthPassesItsAllowance(
            @ForAll("months") History history,
            @ForAll @IntRange(max = 20) int allowance,
            @ForAll @IntRange(max = 5) int reserve) {
        World world = world(tight(allowance, reserve));
        new BudgetWatch(world);
        world.play(history);
        world.drain();
    }

    @Property(tries = 10, generation = GenerationMode.RANDOMIZED)
    void manyWhoCallAtOnceStayWithinTheAllowance(
            @ForAll @IntRange(max = 20) int allowance, @ForAll @IntRange(max = 5) int reserve) {
        World world = world(tight(allowance, reserve));

        List<Integer> taken = Together.run(THREADS, worker -> IntStream.range(0, allowance + 1)
                .mapToObj(call -> take(world, worker == 0 ? CallPurpose.EMERGENCY : CallPurpose.REMINDER))
                .mapToInt(charge -> charge.isPresent() ? 1 : 0)
                .sum());

        int used = world.stores()
                .callBudgets()
                .get(world.cast().tenant(Company.ACME), world.month())
                .used();
        assertThat(used)
                .isEqualTo(allowance)
                .isEqualTo(taken.stream().mapToInt(Integer::intValue).sum());
    }

    private static Optional<Charge> take(World world, CallPurpose purpose) {
        return world.desk().meterCalls.take(world.cast().tenant(Company.ACME), purpose);
    }

    private static Setting tight(int allowance, int reserve) {
        BudgetPolicy usual = BudgetPolicy.DEFAULT;
        return Setting.USUAL.with(
                new BudgetPolicy(reserve, usual.longerWindow(), usual.hourly()), new Allowance(allowance));
    }

    @Provide
    Arbitrary<History> months() {
        return new HistoryArbitraries()
                .with(10, ConversationArbitraries.mentions())
                .with(1, ConversationArbitraries.reads())
                .with(1, TenantArbitraries.emergencies())
                .with(10, TimeArbitraries.passesUntilDue())
                .with(2, TimeArbitraries.passes())
                .with(2, TimeArbitraries.longPasses())
                .with(10, NodeArbitraries.works())
                .with(2, NodeArbitraries.claims())
                .with(2, NodeArbitraries.sends())
                .with(2, NodeArbitraries.settlements())
                .with(2, AgainArbitraries.presses())
                .with(1, NodeArbitraries.crashes())
                .with(1, NodeArbitraries.exhaustion())
                .upTo(80);
    }
}
