package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.budget.AllowanceChange;
import io.larkdesk.core.budget.BudgetHistory;
import io.larkdesk.core.budget.BudgetPolicy.Step;
import io.larkdesk.core.budget.ChangeReason;
import io.larkdesk.core.budget.StepEntry;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.CallTerms;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link BudgetHistory}. */
public abstract class BudgetHistoryContract extends StoresContract {

    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final Instant NOON = Instant.parse("2026-05-17T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));

    private Tenant acme;
    private TenantId other;

    /** Made for subclasses. */
    protected BudgetHistoryContract() {}

    @BeforeEach
    void signUp() {
        acme = scene().customer("Acme");
        other = scene().customer("Other").id();
    }

    @Test
    void stepsAreListedAsUsualFirst() {
        enter(Step.HOURLY_DIGEST, NOON, true);
        enter(Step.LONGER_WINDOW, LATER, false);
        history().enter(other, MAY, Step.WEB_ONLY, NOON, true);
        history().enter(acme.id(), JUNE, Step.WEB_ONLY, NOON, true);

        assertThat(history().listSteps(acme.id(), MAY))
                .containsExactly(entry(Step.LONGER_WINDOW, LATER, LATER), entry(Step.HOURLY_DIGEST, NOON, NOON));
        assertThat(history().listSteps(MAY))
                .containsExactlyInAnyOrder(
                        entry(Step.LONGER_WINDOW, LATER, LATER),
                        entry(Step.HOURLY_DIGEST, NOON, NOON),
                        new StepEntry(other, MAY, Step.WEB_ONLY, NOON, NOON));
    }

    @Test
    void aStepThatIsEnteredAgainKeepsWhenThatWasFirst() {
        enter(Step.LONGER_WINDOW, NOON, true);
        enter(Step.LONGER_WINDOW, LATER, true);
        assertThat(history().listSteps(acme.id(), MAY)).containsExactly(entry(Step.LONGER_WINDOW, NOON, LATER));

        enter(Step.LONGER_WINDOW, NOON, true);
        assertThat(history().listSteps(acme.id(), MAY)).containsExactly(entry(Step.LONGER_WINDOW, NOON, LATER));
    }

    @Test
    void newsIsGivenOutUntilSomebodyIsToldTheEarliestFirst() {
        enter(Step.HOURLY_DIGEST, LATER, true);
        history().enter(other, MAY, Step.LONGER_WINDOW, NOON, true);

        assertThat(untold()).contains(new StepEntry(other, MAY, Step.LONGER_WINDOW, NOON, NOON));
        tell();
        assertThat(untold()).contains(entry(Step.HOURLY_DIGEST, LATER, LATER));
        tell();
        assertThat(untold()).isEmpty();
    }

    @Test
    void whatIsNoNewsIsNotGivenOut() {
        enter(Step.LONGER_WINDOW, NOON, false);
        assertThat(untold()).isEmpty();
    }

    @Test
    void whatSomebodyWasToldOfIsNoNewsWhenItComesAgain() {
        enter(Step.LONGER_WINDOW, NOON, true);
        tell();
        enter(Step.LONGER_WINDOW, LATER, true);

        assertThat(untold()).isEmpty();
        assertThat(history().listSteps(acme.id(), MAY)).containsExactly(entry(Step.LONGER_WINDOW, NOON, LATER));
    }

    @Test
    void newsThatSomebodyHoldsIsSkipped() {
        enter(Step.LONGER_WINDOW, NOON, true);

        inTransaction(now -> {
            assertThat(history().lockUntold()).isPresent();
            assertThat(elsewhere(this::untold)).isEmpty();
        });
    }

    @Test
    void newsIsHeldInATransactionOnly() {
        assertThatThrownBy(() -> history().lockUntold()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void changesAreListedTheLatestFirst() {
        Person mia = scene().person(scene().provider("Alder"), "Mia");
        AllowanceChange first = change(mia, acme.id(), 9_000, "Their CRM sends cards, too");
        AllowanceChange second = change(mia, acme.id(), 8_000, "It sends more");
        AllowanceChange foreign = change(mia, other, 7_000, "As agreed");
        List.of(first, second, foreign).forEach(history()::add);

        assertThat(history().listChanges(acme.id(), 9)).containsExactly(second, first);
        assertThat(history().listChanges(acme.id(), 1)).containsExactly(second);
        assertThat(history().listChanges(other, 9)).containsExactly(foreign);
    }

    private static AllowanceChange change(Person by, TenantId tenant, int calls, String reason) {
        return new AllowanceChange(
                tenant,
                NOON,
                by.id(),
                new CallTerms(Edition.PAID, Allowance.UNLIMITED),
                new CallTerms(Edition.FREE, new Allowance(calls)),
                new ChangeReason(reason));
    }

    private BudgetHistory history() {
        return stores().budgetHistory();
    }

    private void enter(Step step, Instant at, boolean isNews) {
        history().enter(acme.id(), MAY, step, at, isNews);
    }

    private StepEntry entry(Step step, Instant firstAt, Instant lastAt) {
        return new StepEntry(acme.id(), MAY, step, firstAt, lastAt);
    }

    private Optional<StepEntry> untold() {
        return transactions().inTransaction(now -> history().lockUntold());
    }

    private void tell() {
        inTransaction(now -> history().lockUntold().ifPresent(entry -> history().told(entry, now)));
    }
}
