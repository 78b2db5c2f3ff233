package io.larkdesk.testkit.law;

import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.budget.Saving;
import io.larkdesk.core.reminder.ReminderChannel.Delivered;
import io.larkdesk.core.reminder.ReminderId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees that no month's calls pass the allowance, that each is counted, and that reminders become rarer as the budget says. */
final class BudgetWatch extends Watch {

    private final Map<Who, Rest> rests = new EnumMap<>(Who.class);
    private final Map<Company, Integer> coalesced = new EnumMap<>(Company.class);

    BudgetWatch(World world) {
        super(world);
    }

    /** After {@code reminder} no other comes before {@code until}, because the budget was at {@code step}. */
    private record Rest(ReminderId reminder, BudgetPolicy.Step step, Instant until) {}

    @Override
    void arrived(Arrival arrival) {
        Optional.ofNullable(rests.get(arrival.to()))
                .filter(rest -> !rest.reminder().equals(arrival.reminder()))
                .ifPresent(rest -> LawBroken.unless(
                        !world().now().isBefore(rest.until()),
                        "a reminder came to " + arrival.to() + " before " + rest.until() + ", at " + rest.step()));
    }

    @Override
    void settled(Attempt attempt, List<Mention> decided) {
        if (!decided.isEmpty() && attempt.outcome().orElseThrow() instanceof Delivered) {
            BudgetPolicy policy = world().setting().budget();
            BudgetPolicy.Step step = policy.step(budget(attempt.to().company()), world().now());
            Duration window =
                    policy.windowAt(step, world().setting().reminders().window());
            rests.put(
                    attempt.to(),
                    new Rest(attempt.reminder(), step, world().now().plus(window)));
        }
        if (attempt.outcome().orElseThrow() instanceof Delivered && decided.size() > 1) {
            coalesced.merge(attempt.to().company(), decided.size() - 1, Integer::sum);
        }
        checkLedgers();
    }

    @Override
    void claimed(List<Attempt> claimed, List<Mention> decided) {
        checkLedgers();
    }

    @Override
    void over() {
        checkLedgers();
    }

    private void checkLedgers() {
        int allowance = world().setting().allowance().calls();
        for (Company company : Company.values()) {
            int counted = budget(company).used();
            int used = world().model().ledger(company).used(world().month());
            LawBroken.unless(
                    counted == used, company + " has used " + used + " calls, but " + counted + " are counted");
            LawBroken.unless(counted <= allowance, company + " has used " + counted + " calls of " + allowance);
            checkDays(company, counted);
        }
    }

    private void checkDays(Company company, int counted) {
        YearMonth month = world().month();
        List<CallDay> all = world().stores()
                .callBudgets()
                .listDays(List.of(world().cast().tenant(company)), LocalDate.EPOCH, LocalDate.EPOCH.plusYears(200));
        int used = all.stream()
                .filter(day -> YearMonth.from(day.day()).equals(month))
                .mapToInt(CallDay::used)
                .sum();
        LawBroken.unless(used == counted, company + " has used " + counted + " calls, but its days have " + used);
        int saved = all.stream().mapToInt(day -> day.saved(Saving.COALESCED)).sum();
        int expected = coalesced.getOrDefault(company, 0);
        LawBroken.unless(
                saved == expected,
                expected + " mentions of " + company + " shared a reminder, but " + saved + " are counted");
    }

    private CallBudget budget(Company company) {
        return world().stores().callBudgets().get(world().cast().tenant(company), world().month());
    }
}
