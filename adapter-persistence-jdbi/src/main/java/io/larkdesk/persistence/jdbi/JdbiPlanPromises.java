package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.escalation.KeptPlan;
import io.larkdesk.core.escalation.PlanPromises;
import io.larkdesk.core.escalation.SupportPlan;
import io.larkdesk.core.tenant.PlanName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code support_plan}, whose rows are the provider's. */
final class JdbiPlanPromises implements PlanPromises {

    private static final String OF_PROVIDER =
            " where tenant_id = (select tenant_id from tenant where kind = 'PROVIDER')";
    private static final String LIST = "select * from support_plan" + OF_PROVIDER + " and source = :source";
    private static final String FIND = LIST + " and name = :name";
    private static final String IN_ORDER = LIST + " order by name collate \"C\"";
    private static final String SAVE = """
            insert into support_plan (tenant_id, name, source, version, reply_within, levels, acknowledge_within, rounds, confirm_every,
                                      reminder_window, calendar, warn_at_percent, severities, responses, resolutions)
            select tenant_id, :name, :source, :version, :replyWithin, :levels, :within, :rounds, :confirmEvery,
                   :reminderWindow, :calendar, :warnAt, :severities, :responses, :resolutions
            from tenant where kind = 'PROVIDER'
            on conflict (tenant_id, name, source) do update
            set version = excluded.version, reply_within = excluded.reply_within, levels = excluded.levels,
                acknowledge_within = excluded.acknowledge_within, rounds = excluded.rounds,
                confirm_every = excluded.confirm_every, reminder_window = excluded.reminder_window,
                calendar = excluded.calendar, warn_at_percent = excluded.warn_at_percent,
                severities = excluded.severities, responses = excluded.responses, resolutions = excluded.resolutions
            """;
    private static final String REMOVE = "delete from support_plan" + OF_PROVIDER + " and name = :name";
    private static final String REMOVE_OFFERED = REMOVE + " and source = 'FILE'";
    private static final RowMapper<KeptPlan> DESK = (row, context) -> new KeptPlan(
            new PlanName(row.getString("name")), PlanRow.plan(row), Optional.empty(), row.getLong("version"));

    private final JdbiTransactions transactions;

    JdbiPlanPromises(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<SupportPlan> find(PlanName plan) {
        return transactions.with(handle -> handle.createQuery(FIND)
                .bind("source", Source.DESK)
                .bind("name", plan.value())
                .map((row, context) -> PlanRow.plan(row))
                .findOne());
    }

    @Override
    public List<KeptPlan> list() {
        return transactions.with(JdbiPlanPromises::list);
    }

    @Override
    public List<KeptPlan> lock() {
        return transactions.withRunning(handle -> {
            handle.createQuery(JdbiTenants.LOCK_PROVIDER).mapTo(String.class).findOne();
            return list(handle);
        });
    }

    private static List<KeptPlan> list(Handle handle) {
        Map<PlanName, SupportPlan> offered = handle.createQuery(LIST).bind("source", Source.FILE).map(DESK).stream()
                .collect(Collectors.toMap(KeptPlan::name, KeptPlan::plan));
        return handle.createQuery(IN_ORDER).bind("source", Source.DESK).map(DESK).stream()
                .map(kept -> new KeptPlan(
                        kept.name(), kept.plan(), Optional.ofNullable(offered.get(kept.name())), kept.version()))
                .toList();
    }

    @Override
    public void save(KeptPlan plan) {
        transactions.inTransaction(now -> transactions.withRunning(handle -> {
            save(handle, plan, plan.plan(), Source.DESK);
            plan.offered()
                    .ifPresentOrElse(offered -> save(handle, plan, offered, Source.FILE), () -> handle.createUpdate(
                                    REMOVE_OFFERED)
                            .bind("name", plan.name().value())
                            .execute());
            return plan;
        }));
    }

    private static void save(Handle handle, KeptPlan kept, SupportPlan plan, Source source) {
        PlanRow.bind(handle.createUpdate(SAVE), plan)
                .bind("name", kept.name().value())
                .bind("source", source)
                .bind("version", kept.version())
                .execute();
    }

    @Override
    public void remove(PlanName plan) {
        transactions.with(
                handle -> handle.createUpdate(REMOVE).bind("name", plan.value()).execute());
    }
}
