package io.larkdesk.core.reminder;

import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.budget.Saving;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.AssessTenant.Assessment;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private final QuietTimes quietTimes;
    private final CallBudgets budgets;
    private final DataLosses losses;
    private final AssessTenant assess;
    private final ComposeReminder compose;
    private final Randomness randomness;

    /** Takes its collaborators. */
    @Inject
    public ClaimReminders(
            Transactions transactions,
            Permits permits,
            Mentions mentions,
            QuietTimes quietTimes,
            CallBudgets budgets,
            DataLosses losses,
            AssessTenant assess,
            ComposeReminder compose,
            Randomness randomness) {
        this.transactions = transactions;
        this.permits = permits;
        this.mentions = mentions;
        this.quietTimes = quietTimes;
        this.budgets = budgets;
        this.losses = losses;
        this.assess = assess;
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
     * Claims what is due; tenants take turns.
     *
     * @param limit at most so many people are looked at
     * @return at most one claim a person
     */
    public List<Claim> execute(int limit) {
        return execute(limit, Integer.MAX_VALUE);
    }

    /**
     * Claims what is due; tenants take turns.
     *
     * @param limit at most so many people are looked at
     * @param share at most so many reminders of one tenant are under way at once, those of other nodes included; so that a tenant whose
     *     Lark is slow leaves room for others
     * @return at most one claim a person
     */
    public List<Claim> execute(int limit, int share) {
        return transactions.inTransaction(now -> {
            Optional<Instant> lost = losses.findLast();
            return permits.lockDue(now, limit, share).stream()
                    .flatMap(permit -> look(permit, lost, now))
                    .toList();
        });
    }

    private Stream<Claim> look(Permit permit, Optional<Instant> lost, Instant now) {
        Assessment assessment = assess.execute(permit.person(), now);
        Optional<Instant> rested = lost.map(assessment.policy()::restedAfter).filter(now::isBefore);
        if (rested.isPresent()) {
            permits.save(permit, rested, now);
            return Stream.empty();
        }
        if (permit instanceof Permit.Held held) {
            return held.isOverAt(now) ? goOn(held, assessment, now) : later(held, assessment.policy(), now);
        }
        return begin((Permit.Free) permit, assessment, now);
    }

    private Stream<Claim> later(Permit.Held held, ReminderPolicy policy, Instant now) {
        Permit.Held clamped = held.clampedTo(now, policy.attemptWithin());
        permits.save(clamped, Optional.of(clamped.deadline()), now);
        return Stream.empty();
    }

    private Stream<Claim> begin(Permit.Free stored, Assessment assessment, Instant now) {
        PersonId person = stored.person();
        ReminderPolicy policy = assessment.policy();
        Permit.Free permit = stored.clampedTo(now, policy.window());
        if (assessment.reach() == ReminderPolicy.Reach.LEFT_BEHIND) {
            // RemindRecognised wakes the person
            permits.save(permit, Optional.empty(), now);
            return Stream.empty();
        }
        ReminderPolicy.Plan plan = policy.plan(
                quietTimes.get(person).close(permit, now),
                mentions.listPending(person, MENTIONS_AT_ONCE),
                assessment.reach(),
                now);
        drop(person, plan.dropped(), now);
        if (plan.remind().isEmpty()) {
            countSaved(plan, assessment.budget(), now);
            permits.save(
                    permit,
                    plan.due().or(() -> mentions.hasPending(person) ? Optional.of(now) : Optional.empty()),
                    now);
            return Stream.empty();
        }
        Permit.Held held = permit.take(new ReminderId(randomness.uuid()), now, policy.attemptWithin());
        List<MessageId> messages = MentionFacts.messages(plan.remind());
        mentions.cover(person, held.reminder(), messages);
        return hold(held, assessment.tenant(), messages, now);
    }

    private void drop(PersonId person, Map<MentionFacts, Reason> dropped, Instant now) {
        Map<Reason, List<MessageId>> byReason = dropped.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        Collectors.mapping(entry -> entry.getKey().message(), Collectors.toList())));
        byReason.forEach(
                (reason, messages) -> mentions.decide(messages, person, new Decision.NotReminded(reason, now)));
    }

    private Stream<Claim> goOn(Permit.Held held, Assessment assessment, Instant now) {
        ReminderPolicy policy = assessment.policy();
        // To another app Lark gives no promise that the same reminder arrives once
        if (assessment.reach() == ReminderPolicy.Reach.LEFT_BEHIND || !policy.mayRetry(held, now)) {
            return leave(held, policy, now);
        }
        List<MessageId> wanted = new ArrayList<>();
        List<MentionFacts> unwanted = new ArrayList<>();
        for (MentionFacts mention : mentions.listCovered(held.person(), held.reminder())) {
            if (policy.isWanted(mention, assessment.reach())) {
                wanted.add(mention.message());
            } else {
                unwanted.add(mention);
            }
        }
        if (wanted.isEmpty()) {
            return leave(held, policy, now);
        }
        // An earlier attempt may have told of them; the next one will not
        decideUnconfirmed(held, unwanted, mentions, now);
        return hold(held.retry(now, policy.attemptWithin()), assessment.tenant(), wanted, now);
    }

    private Stream<Claim> hold(Permit.Held held, Tenant tenant, List<MessageId> messages, Instant now) {
        permits.save(held, Optional.of(held.deadline()), now);
        return Stream.of(new Claim(held, tenant, compose.execute(held, messages, now)));
    }

    private Stream<Claim> leave(Permit.Held held, ReminderPolicy policy, Instant now) {
        Permit.Free free = giveUp(held, mentions, policy, now);
        permits.save(free, mentions.hasPending(held.person()) ? Optional.of(free.notBefore()) : Optional.empty(), now);
        return Stream.empty();
    }

    /** Tries {@code held} no more, though its outcome is not known: all that it covers counts as told of. The permit is to be stored. */
    static Permit.Free giveUp(Permit.Held held, Mentions mentions, ReminderPolicy policy, Instant now) {
        decideUnconfirmed(held, mentions.listCovered(held.person(), held.reminder()), mentions, now);
        return held.unknown(policy.window());
    }

    private static void decideUnconfirmed(
            Permit.Held held, List<MentionFacts> covered, Mentions mentions, Instant now) {
        Decision unconfirmed = new Decision.Reminded(held.reminder(), false, now);
        mentions.decide(MentionFacts.messages(covered), held.person(), unconfirmed);
    }

    /** One call is saved for each reminder that would have gone and was not needed, since everything in it was read. */
    private void countSaved(ReminderPolicy.Plan plan, CallBudget budget, Instant now) {
        if (plan.due().isEmpty() && plan.dropped().containsValue(Reason.READ_IN_TIME)) {
            budgets.addSaved(budget.tenant(), CallDay.of(now), Saving.READ_IN_TIME, 1);
        }
    }
}
