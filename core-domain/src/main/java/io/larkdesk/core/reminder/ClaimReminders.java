package io.larkdesk.core.reminder;

import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks at the people who are due and takes the permits of those to be reminded. Each claim that comes out is for the caller alone to
 * deliver, until its deadline; then {@link SettleReminder} is told how it went. A claim whose caller died is claimed again by anybody.
 */
@Singleton
public final class ClaimReminders {

    private static final int MENTIONS_AT_ONCE = 500;

    private final Transactions transactions;
    private final Permits permits;
    private final Mentions mentions;
    private final Tenants tenants;
    private final CallBudgets budgets;
    private final ReminderPolicy policy;
    private final BudgetPolicy budgetPolicy;
    private final ComposeReminder compose;
    private final Randomness randomness;

    /** Takes its collaborators. */
    @Inject
    public ClaimReminders(
            Transactions transactions,
            Permits permits,
            Mentions mentions,
            Tenants tenants,
            CallBudgets budgets,
            ReminderPolicy policy,
            BudgetPolicy budgetPolicy,
            ComposeReminder compose,
            Randomness randomness) {
        this.transactions = transactions;
        this.permits = permits;
        this.mentions = mentions;
        this.tenants = tenants;
        this.budgets = budgets;
        this.policy = policy;
        this.budgetPolicy = budgetPolicy;
        this.compose = compose;
        this.randomness = randomness;
    }

    /**
     * A reminder to be delivered now.
     *
     * @param permit held for it
     * @param tenant the recipient's
     * @param reminder what to say
     */
    public record Claim(Permit.Held permit, Tenant tenant, MessageReminder reminder) {}

    /**
     * Claims what is due.
     *
     * @param limit at most so many people are looked at
     * @return at most one claim a person
     */
    public List<Claim> execute(int limit) {
        return transactions.inTransaction(now -> permits.lockDue(now, limit).stream()
                .flatMap(permit -> look(permit, now))
                .toList());
    }

    private Stream<Claim> look(Permit permit, Instant now) {
        if (permit instanceof Permit.Held held) {
            return held.isOverAt(now) ? goOn(held, now) : later(held, now);
        }
        return begin((Permit.Free) permit, now);
    }

    private Stream<Claim> later(Permit.Held held, Instant now) {
        permits.save(held, Optional.of(held.deadline()), now);
        return Stream.empty();
    }

    private Stream<Claim> begin(Permit.Free permit, Instant now) {
        PersonId person = permit.person();
        Tenant tenant = tenants.get(person.tenant());
        CallBudget budget = budgets.get(tenant.id(), CallBudget.monthOf(now));
        BudgetPolicy.Step step = budgetPolicy.step(budget, now);
        ReminderPolicy.Plan plan = policy.withWindow(budgetPolicy.windowAt(step, policy.window()))
                .plan(permit, mentions.listPending(person, MENTIONS_AT_ONCE), reach(tenant, step), now);
        plan.dropped()
                .forEach((mention, reason) ->
                        mentions.decide(mention.message(), person, new Decision.NotReminded(reason, now)));
        if (plan.remind().isEmpty()) {
            countSaved(plan, budget);
            permits.save(
                    permit,
                    plan.due().or(() -> mentions.hasPending(person) ? Optional.of(now) : Optional.empty()),
                    now);
            return Stream.empty();
        }
        Permit.Held held = permit.clampedTo(now, policy.window())
                .take(new ReminderId(randomness.uuid()), now, policy.attemptWithin());
        List<MessageId> messages =
                plan.remind().stream().map(MentionFacts::message).toList();
        mentions.cover(person, held.reminder(), messages);
        permits.save(held, Optional.of(held.deadline()), now);
        return Stream.of(new Claim(held, tenant, compose.execute(held, messages, now)));
    }

    private Stream<Claim> goOn(Permit.Held held, Instant now) {
        Tenant tenant = tenants.get(held.person().tenant());
        ReminderPolicy.Reach reach = tenant.isInService() ? ReminderPolicy.Reach.OPEN : ReminderPolicy.Reach.SUSPENDED;
        List<MentionFacts> covered = mentions.listCovered(held.person(), held.reminder());
        List<MessageId> wanted = covered.stream()
                .filter(mention -> policy.isWanted(mention, reach))
                .map(MentionFacts::message)
                .toList();
        if (wanted.isEmpty() || !policy.mayRetry(held, now)) {
            giveUp(held, covered, now);
            return Stream.empty();
        }
        Permit.Held retry = held.retry(now, policy.attemptWithin());
        permits.save(retry, Optional.of(retry.deadline()), now);
        return Stream.of(new Claim(retry, tenant, compose.execute(retry, wanted, now)));
    }

    private void giveUp(Permit.Held held, List<MentionFacts> covered, Instant now) {
        Decision unconfirmed = new Decision.Reminded(held.reminder(), false, now);
        covered.forEach(mention -> mentions.decide(mention.message(), held.person(), unconfirmed));
        Permit.Free free = held.unknown(policy.window());
        permits.save(free, mentions.hasPending(held.person()) ? Optional.of(free.notBefore()) : Optional.empty(), now);
    }

    /** One call is saved for each reminder that would have gone and was not needed, since everything in it was read. */
    private void countSaved(ReminderPolicy.Plan plan, CallBudget budget) {
        if (plan.due().isEmpty() && plan.dropped().containsValue(Reason.READ_IN_TIME)) {
            budgets.addSaved(budget.tenant(), budget.month(), 1);
        }
    }

    private static ReminderPolicy.Reach reach(Tenant tenant, BudgetPolicy.Step step) {
        if (!tenant.isInService()) {
            return ReminderPolicy.Reach.SUSPENDED;
        }
        return step == BudgetPolicy.Step.WEB_ONLY ? ReminderPolicy.Reach.OUT_OF_BUDGET : ReminderPolicy.Reach.OPEN;
    }
}
