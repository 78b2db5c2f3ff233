package io.larkdesk.core.budgeting;

import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.BudgetPolicy.Step;
import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budgeting.Habits.Cost;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.reminder.PastMention;
import io.larkdesk.core.reminder.ReminderPolicies;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a number of people with a customer's habits would cost in a month. */
@Singleton
public final class SimulateCost {

    /** Nobody asks for more people than this. */
    public static final int MOST_PEOPLE = 1_000_000;

    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    /** Where more were recorded, the last of them are looked at, and the time that they cover. */
    private static final int MENTIONS_LOOKED_AT = 20_000;

    private final Transactions transactions;
    private final Overseers overseers;
    private final Mentions mentions;
    private final Groups groups;
    private final Members members;
    private final ReminderPolicies policies;
    private final BudgetPolicy policy;

    /** Takes its collaborators. */
    @Inject
    public SimulateCost(
            Transactions transactions,
            Overseers overseers,
            Mentions mentions,
            Groups groups,
            Members members,
            ReminderPolicies policies,
            BudgetPolicy policy) {
        this.transactions = transactions;
        this.overseers = overseers;
        this.mentions = mentions;
        this.groups = groups;
        this.members = members;
        this.policies = policies;
        this.policy = policy;
    }

    /**
     * What is asked.
     *
     * @param asker who asks
     * @param customer whose habits
     * @param people how many people
     */
    public record Command(PersonId asker, TenantId customer, int people) {

        /** Refuses null, and a number of people that nobody asks for. */
        public Command {
            Objects.requireNonNull(asker, "asker");
            Objects.requireNonNull(customer, "customer");
            if (people < 1 || people > MOST_PEOPLE) {
                throw new IllegalArgumentException("people is not between 1 and " + MOST_PEOPLE + ": " + people);
            }
        }
    }

    /** What comes out. */
    public sealed interface Result {}

    /**
     * There is an answer.
     *
     * @param habits on what it rests
     * @param people for how many people it is
     * @param asUsual what they need if they are reminded once a window
     * @param step how often they can be reminded within the allowance
     * @param cost what they need then; nothing where reminders are in the web app only
     */
    public record Estimated(Habits habits, int people, Cost asUsual, Step step, Cost cost) implements Result {}

    /**
     * Too little was recorded to say.
     *
     * @param habits what is known
     */
    public record TooLittle(Habits habits) implements Result {}

    /** The answer; empty if there is no such customer for the asker. */
    public Optional<Result> execute(Command command) {
        return transactions.inTransaction(now -> overseers
                .find(command.customer(), command.asker())
                .map(tenant -> answer(tenant, command.people(), now)));
    }

    private Result answer(Tenant tenant, int people, Instant now) {
        Habits habits = habits(tenant.id(), now);
        if (!habits.areKnown()) {
            return new TooLittle(habits);
        }
        ReminderPolicy reminders = policies.of(tenant);
        CallBudget budget = new CallBudget(tenant.id(), CallBudget.monthOf(now), tenant.allowance(), 0, 0, false);
        Step step = step(habits.cost(people, reminders), policy.usableForReminders(budget));
        return new Estimated(
                habits,
                people,
                habits.cost(people, reminders),
                step,
                step == Step.WEB_ONLY ? new Cost(0, 0, 0) : habits.cost(people, at(step, reminders)));
    }

    /** As the policy has it: up to twice the usable calls once a longer window, above that once an hour. */
    private static Step step(Cost cost, int usable) {
        if (usable == 0) {
            return Step.WEB_ONLY;
        }
        if (cost.likely() <= usable) {
            return Step.EVERY_WINDOW;
        }
        return cost.likely() <= 2L * usable ? Step.LONGER_WINDOW : Step.HOURLY_DIGEST;
    }

    private ReminderPolicy at(Step step, ReminderPolicy reminders) {
        return reminders.withWindow(policy.windowAt(step, reminders.window()));
    }

    private Habits habits(TenantId tenant, Instant now) {
        List<PastMention> past = mentions.listLast(tenant, now.minus(LOOKED_BACK), MENTIONS_LOOKED_AT);
        Set<PersonId> people = Stream.concat(
                        groups.findServiceGroupOf(tenant).map(ServiceGroup::id).map(members::list).stream()
                                .flatMap(List::stream)
                                .map(member -> member.person())
                                .filter(person -> person.tenant().equals(tenant)),
                        past.stream().map(PastMention::person))
                .collect(Collectors.toSet());
        Duration observed = past.stream()
                .map(PastMention::mentionedAt)
                .min(Instant::compareTo)
                .map(first -> Duration.between(first, now))
                .filter(time -> !time.isNegative() && !time.isZero())
                .orElse(Duration.ofMillis(1));
        return Habits.of(past, people.size(), observed);
    }
}
