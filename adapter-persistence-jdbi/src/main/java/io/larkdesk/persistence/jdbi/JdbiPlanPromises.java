package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.escalation.PlanPromises;
import io.larkdesk.core.escalation.SupportPlan;
import io.larkdesk.core.tenant.PlanName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code support_plan}, whose rows are the provider's. */
final class JdbiPlanPromises implements PlanPromises {

    private static final String OF_PROVIDER =
            " where tenant_id = (select tenant_id from tenant where kind = 'PROVIDER')";
    private static final String LIST = "select * from support_plan" + OF_PROVIDER;
    private static final String FIND = LIST + " and name = :name";
    private static final String CLEAR = "delete from support_plan" + OF_PROVIDER;
    private static final String ADD = """
            insert into support_plan (tenant_id, name, reply_within, levels, acknowledge_within, rounds, confirm_every)
            select tenant_id, :name, :replyWithin, :levels, :within, :rounds, :confirmEvery
            from tenant where kind = 'PROVIDER'
            """;
    // Of two nodes that start at once, one replaces what the other has put in place, not half of it
    private static final RowMapper<SupportPlan> PLAN =
            (row, context) -> new SupportPlan(Duration.ofMillis(row.getLong("reply_within")), EmergencyRow.policy(row));

    private final JdbiTransactions transactions;

    JdbiPlanPromises(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<SupportPlan> find(PlanName plan) {
        return transactions.with(handle ->
                handle.createQuery(FIND).bind("name", plan.value()).map(PLAN).findOne());
    }

    @Override
    public Map<PlanName, SupportPlan> list() {
        return transactions.with(handle -> handle.createQuery(LIST)
                .map((row, context) -> Map.entry(new PlanName(row.getString("name")), PLAN.map(row, context)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public void replace(Map<PlanName, SupportPlan> plans) {
        transactions.inTransaction(now -> transactions.withRunning(handle -> {
            handle.createQuery(JdbiTenants.LOCK_PROVIDER).mapTo(String.class).findOne();
            handle.createUpdate(CLEAR).execute();
            plans.forEach((name, plan) -> EmergencyRow.policy(handle.createUpdate(ADD), plan.escalation())
                    .bind("name", name.value())
                    .bind("replyWithin", plan.replyWithin().toMillis())
                    .execute());
            return plans;
        }));
    }
}
