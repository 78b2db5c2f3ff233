package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.Saving;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** The tables {@code call_budget}, {@code call_made} and {@code call_saved}; the allowance is the tenant's. */
final class JdbiCallBudgets implements CallBudgets {

    private static final String GET = """
            select tenant.allowance, coalesce(used, 0) as used, coalesce(saved, 0) as saved, coalesce(exhausted, false) as exhausted
            from tenant
            left join call_budget on call_budget.tenant_id = tenant.tenant_id and month = :month
            where tenant.tenant_id = :tenant
            """;
    private static final String LIST = """
            select tenant.tenant_id, tenant.allowance, used, saved, exhausted
            from call_budget
            join tenant on tenant.tenant_id = call_budget.tenant_id
            where month = :month
            """;
    private static final String LIST_DAYS = """
            select tenant_id, day, purpose, null as saving, calls
            from call_made
            where tenant_id = any(:tenants) and day >= :from and day < :until
            union all
            select tenant_id, day, null, saving, calls
            from call_saved
            where tenant_id = any(:tenants) and day >= :from and day < :until
            order by day, tenant_id
            """;
    /** The month's row comes first: whoever has it counts the day. */
    private static final String TAKE = """
            with taken as (
                insert into call_budget as known (tenant_id, month, used)
                select :tenant, :month, 1 where :most > 0
                on conflict (tenant_id, month) do update
                set used = known.used + 1
                where known.used < :most and not known.exhausted
                returning tenant_id
            )
            insert into call_made as known (tenant_id, day, purpose, calls)
            select tenant_id, :day, :purpose, 1 from taken
            on conflict (tenant_id, day, purpose) do update
            set calls = known.calls + 1
            """;

    private static final String LOCK =
            "select used from call_budget where tenant_id = :tenant and month = :month for update";
    private static final String GIVE_BACK = """
            with given as (
                update call_made set calls = calls - 1
                where tenant_id = :tenant and day = :day and purpose = :purpose and calls > 0
                returning tenant_id
            )
            update call_budget set used = used - 1
            from given
            where call_budget.tenant_id = given.tenant_id and month = :month and used > 0
            """;
    private static final String ADD_SAVED = """
            insert into call_saved as known (tenant_id, day, saving, calls) values (:tenant, :day, :saving, :calls)
            on conflict (tenant_id, day, saving) do update
            set calls = known.calls + excluded.calls
            """;
    private static final String ADD_READ_IN_TIME = """
            insert into call_budget as known (tenant_id, month, saved) values (:tenant, :month, :calls)
            on conflict (tenant_id, month) do update
            set saved = known.saved + excluded.saved
            """;
    private static final String REOPEN =
            "update call_budget set exhausted = false where tenant_id = :tenant and month = :month and exhausted";
    private static final String EXHAUST = """
            insert into call_budget (tenant_id, month, exhausted) values (:tenant, :month, true)
            on conflict (tenant_id, month) do update
            set exhausted = true
            """;

    private final JdbiTransactions transactions;

    JdbiCallBudgets(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public CallBudget get(TenantId tenant, YearMonth month) {
        return transactions
                .with(handle -> handle.createQuery(GET)
                        .bind("tenant", tenant)
                        .bind("month", month)
                        .map((row, context) -> budget(tenant, month, row))
                        .findOne())
                .orElseThrow(() -> new NoSuchElementException("there is no tenant " + tenant));
    }

    @Override
    public List<CallBudget> list(YearMonth month) {
        return transactions.with(handle -> handle.createQuery(LIST)
                .bind("month", month)
                .map((row, context) -> budget(new TenantId(row.getObject("tenant_id", UUID.class)), month, row))
                .list());
    }

    private static CallBudget budget(TenantId tenant, YearMonth month, ResultSet row) throws SQLException {
        return new CallBudget(
                tenant,
                month,
                new Allowance(row.getInt("allowance")),
                row.getInt("used"),
                row.getInt("saved"),
                row.getBoolean("exhausted"));
    }

    @Override
    public List<CallDay> listDays(Collection<TenantId> tenants, LocalDate fromInclusive, LocalDate untilExclusive) {
        Map<Day, Counts> days = new LinkedHashMap<>();
        transactions.with(handle -> {
            handle.createQuery(LIST_DAYS)
                    .bindArray(
                            "tenants",
                            UUID.class,
                            tenants.stream().map(TenantId::value).toList())
                    .bind("from", fromInclusive)
                    .bind("until", untilExclusive)
                    .map((row, context) -> {
                        Day day = new Day(Columns.tenant(row, "tenant_id"), row.getObject("day", LocalDate.class));
                        days.computeIfAbsent(day, ignored -> new Counts()).add(row);
                        return day;
                    })
                    .list();
            return days;
        });
        return days.entrySet().stream()
                .map(entry -> entry.getValue().of(entry.getKey()))
                .toList();
    }

    private record Day(TenantId tenant, LocalDate day) {}

    private static final class Counts {

        private final Map<CallPurpose, Integer> calls = new EnumMap<>(CallPurpose.class);
        private final Map<Saving, Integer> saved = new EnumMap<>(Saving.class);

        void add(ResultSet row) throws SQLException {
            int count = row.getInt("calls");
            Optional<CallPurpose> purpose = Columns.findText(row, "purpose").map(CallPurpose::valueOf);
            if (purpose.isPresent()) {
                calls.put(purpose.get(), count);
            } else {
                saved.put(Saving.valueOf(row.getString("saving")), count);
            }
        }

        CallDay of(Day key) {
            return new CallDay(key.tenant(), key.day(), calls, saved);
        }
    }

    @Override
    public boolean take(TenantId tenant, LocalDate day, CallPurpose purpose, int most) {
        return transactions.with(handle -> handle.createUpdate(TAKE)
                        .bind("tenant", tenant)
                        .bind("month", YearMonth.from(day))
                        .bind("day", day)
                        .bind("purpose", purpose)
                        .bind("most", most)
                        .execute()
                == 1);
    }

    @Override
    public void giveBack(TenantId tenant, LocalDate day, CallPurpose purpose) {
        transactions.inTransaction(now -> transactions.withRunning(handle -> {
            handle.createQuery(LOCK)
                    .bind("tenant", tenant)
                    .bind("month", YearMonth.from(day))
                    .mapTo(int.class)
                    .list();
            return handle.createUpdate(GIVE_BACK)
                    .bind("tenant", tenant)
                    .bind("month", YearMonth.from(day))
                    .bind("day", day)
                    .bind("purpose", purpose)
                    .execute();
        }));
    }

    @Override
    public void addSaved(TenantId tenant, LocalDate day, Saving saving, int calls) {
        transactions.inTransaction(now -> transactions.withRunning(handle -> {
            if (saving == Saving.READ_IN_TIME) {
                handle.createUpdate(ADD_READ_IN_TIME)
                        .bind("tenant", tenant)
                        .bind("month", YearMonth.from(day))
                        .bind("calls", calls)
                        .execute();
            }
            return handle.createUpdate(ADD_SAVED)
                    .bind("tenant", tenant)
                    .bind("day", day)
                    .bind("saving", saving)
                    .bind("calls", calls)
                    .execute();
        }));
    }

    @Override
    public void exhaust(TenantId tenant, YearMonth month) {
        transactions.with(handle -> handle.createUpdate(EXHAUST)
                .bind("tenant", tenant)
                .bind("month", month)
                .execute());
    }

    @Override
    public void reopen(TenantId tenant, YearMonth month) {
        transactions.with(handle -> handle.createUpdate(REOPEN)
                .bind("tenant", tenant)
                .bind("month", month)
                .execute());
    }
}
