import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.MeterCalls;
import io.larkdesk.core.budget.Saving;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.MentionFacts;
import io.larkdesk.core.reminder.Permit;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Another team's help line: mentions, ledger and bell are its own, and the core says when to ring for what. */
public final class HelpLine {

    private static final TenantId CUSTOMER = new TenantId(new UUID(0, 1));
    private static final GroupId GROUP = new GroupId(CUSTOMER, new UUID(0, 2));
    private static final PersonId ANN = new PersonId(CUSTOMER, new UUID(0, 3));
    private static final ReminderPolicy POLICY = ReminderPolicy.DEFAULT;
    private static final BudgetPolicy BUDGET = new BudgetPolicy(1, Duration.ofMinutes(30), Duration.ofHours(1));

    private final Hour hour = new Hour();
    private final MeterCalls meter = new MeterCalls(hour, new Ledger(), BUDGET);
    private Permit.Free permit = Permit.unused(ANN);

    public static void main(String[] args) {
        HelpLine line = new HelpLine();
        line.look("09:00:00", mention(1, "09:00:00", false));
        line.look("09:00:05", mention(1, "09:00:00", false));
        line.look("09:01:00", mention(2, "09:01:00", false));
        line.look("09:10:05", mention(2, "09:01:00", false), mention(3, "09:02:00", true));
        line.look("09:20:05", mention(4, "09:11:00", false));
    }

    private void look(String time, MentionFacts... pending) {
        hour.now = at(time);
        ReminderPolicy.Plan plan = POLICY.plan(permit, List.of(pending), ReminderPolicy.Reach.OPEN, hour.now);
        plan.dropped().forEach((mention, reason) -> say(mention.message().seq() + " needs no bell: " + reason));
        if (plan.remind().isEmpty()) {
            say("nothing before " + plan.due().orElseThrow());
        } else if (meter.take(CUSTOMER, CallPurpose.REMINDER).isEmpty()) {
            say("no call left");
        } else {
            permit = new Permit.Free(ANN, hour.now.plus(POLICY.window()));
            plan.remind().forEach(mention -> say("ring for " + mention.message().seq()));
        }
    }

    private void say(String what) {
        System.out.println(hour.now + " " + what);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }

    private static MentionFacts mention(long seq, String time, boolean read) {
        MessageId message = new MessageId(GROUP, seq);
        return new MentionFacts(
                message, ANN, at(time), true, MentionFacts.Standing.STANDS, read, Optional.empty());
    }

    /** Everything happens in one thread, so each piece of work is a transaction as it stands. */
    private static final class Hour implements Transactions {

        private Instant now = Instant.EPOCH;

        @Override
        public <T> T inTransaction(Function<Instant, T> work) {
            return work.apply(now);
        }

        @Override
        public void afterCommit(Runnable work) {
            work.run();
        }
    }

    /** Three calls a month for each tenant. */
    private static final class Ledger implements CallBudgets {

        private final Map<TenantId, Integer> used = new HashMap<>();

        @Override
        public CallBudget get(TenantId tenant, YearMonth month) {
            return new CallBudget(tenant, month, new Allowance(3), used.getOrDefault(tenant, 0), 0, false);
        }

        @Override
        public List<CallBudget> list(YearMonth month) {
            return used.keySet().stream().map(tenant -> get(tenant, month)).toList();
        }

        @Override
        public List<CallDay> listDays(Collection<TenantId> tenants, LocalDate from, LocalDate until) {
            return List.of();
        }

        @Override
        public boolean take(TenantId tenant, LocalDate day, CallPurpose purpose, int most) {
            return get(tenant, YearMonth.from(day)).used() < most && used.merge(tenant, 1, Integer::sum) > 0;
        }

        @Override
        public void giveBack(TenantId tenant, LocalDate day, CallPurpose purpose) {
            used.merge(tenant, -1, Integer::sum);
        }

        @Override
        public void addSaved(TenantId tenant, LocalDate day, Saving saving, int calls) {}

        @Override
        public void exhaust(TenantId tenant, YearMonth month) {
            used.put(tenant, Integer.MAX_VALUE);
        }

        @Override
        public void reopen(TenantId tenant, YearMonth month) {
            used.remove(tenant);
        }
    }
}
