package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.report.MonthFigures;
import io.larkdesk.core.report.Promises;
import io.larkdesk.core.report.Ratings;
import io.larkdesk.core.report.Reports;
import io.larkdesk.core.report.Spread;
import io.larkdesk.core.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** Counts what the tables of tickets, messages, Emergencies and Reminders have; durations in milliseconds. */
final class JdbiReports implements Reports {

    private static final String LIST = """
            with a_ticket as (
                select ticket.tenant_id, date_trunc('month', opened_at at time zone 'UTC')::date as month, stars,
                    (extract(epoch from resolved_at - opened_at) * 1000)::bigint as resolution,
                    (select (extract(epoch from posted_at - ticket.opened_at) * 1000)::bigint
                        from message
                        where message.tenant_id = ticket.tenant_id and message.group_id = ticket.group_id
                            and kind = 'WORDS' and author_tenant_id <> message.tenant_id
                        order by seq limit 1) as reply,
                    coalesce(response_met, case when 'RESPONSE_BROKEN' = any(told) then false end) as reply_kept,
                    coalesce(resolution_met, case when 'RESOLUTION_BROKEN' = any(told) then false end) as resolution_kept
                from ticket left join ticket_clock using (tenant_id, group_id)
                where ticket.tenant_id = any(:tenants) and opened_at >= :from and opened_at < :until
            ),
            tickets as (
                select tenant_id, month, count(*) as opened,
                    count(reply) as replies,
                    percentile_disc(0.5) within group (order by reply) as reply_50,
                    percentile_disc(0.9) within group (order by reply) as reply_90,
                    count(resolution) as resolutions,
                    percentile_disc(0.5) within group (order by resolution) as resolution_50,
                    percentile_disc(0.9) within group (order by resolution) as resolution_90,
                    count(*) filter (where reply_kept) as replies_kept,
                    count(*) filter (where not reply_kept) as replies_broken,
                    count(*) filter (where resolution_kept) as resolutions_kept,
                    count(*) filter (where not resolution_kept) as resolutions_broken,
                    count(*) filter (where stars = 1) as stars_1,
                    count(*) filter (where stars = 2) as stars_2,
                    count(*) filter (where stars = 3) as stars_3,
                    count(*) filter (where stars = 4) as stars_4,
                    count(*) filter (where stars = 5) as stars_5
                from a_ticket group by tenant_id, month
            ),
            an_emergency as (
                select tenant_id, date_trunc('month', started_at at time zone 'UTC')::date as month,
                    (select (extract(epoch from at - started_at) * 1000)::bigint
                        from timeline_entry
                        where timeline_entry.tenant_id = emergency.tenant_id
                            and timeline_entry.group_id = emergency.group_id
                            and kind = 'EMERGENCY_ACKNOWLEDGED' and at >= started_at
                            and (state <> 'ENDED' or at <= since)
                        order by place limit 1) as acknowledgement
                from emergency
                where tenant_id = any(:tenants) and started_at >= :from and started_at < :until
            ),
            emergencies as (
                select tenant_id, month, count(*) as emergencies,
                    count(acknowledgement) as acknowledgements,
                    percentile_disc(0.5) within group (order by acknowledgement) as acknowledgement_50,
                    percentile_disc(0.9) within group (order by acknowledgement) as acknowledgement_90
                from an_emergency group by tenant_id, month
            ),
            reminders as (
                select tenant_id, date_trunc('month', pressed_at at time zone 'UTC')::date as month, count(*) as reminders
                from ticket_reminder
                where tenant_id = any(:tenants) and pressed_at >= :from and pressed_at < :until
                group by tenant_id, date_trunc('month', pressed_at at time zone 'UTC')
            )
            select * from tickets
            full join emergencies using (tenant_id, month)
            full join reminders using (tenant_id, month)
            """;
    private static final RowMapper<MonthFigures> FIGURES = (row, context) -> figures(row);

    private final JdbiTransactions transactions;

    JdbiReports(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<MonthFigures> list(Collection<TenantId> tenants, YearMonth first, YearMonth last) {
        return transactions.with(handle -> handle.createQuery(LIST)
                .bindArray(
                        "tenants",
                        UUID.class,
                        tenants.stream().map(TenantId::value).toList())
                .bind("from", first.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .bind(
                        "until",
                        last.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .map(FIGURES)
                .list());
    }

    /** What nothing was counted of is null, and read as 0. */
    private static MonthFigures figures(ResultSet row) throws SQLException {
        return new MonthFigures(
                Columns.tenant(row, "tenant_id"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getInt("opened"),
                spread(row, "replies", "reply"),
                spread(row, "resolutions", "resolution"),
                new Promises(row.getInt("replies_kept"), row.getInt("replies_broken")),
                new Promises(row.getInt("resolutions_kept"), row.getInt("resolutions_broken")),
                new Ratings(List.of(
                        row.getInt("stars_1"),
                        row.getInt("stars_2"),
                        row.getInt("stars_3"),
                        row.getInt("stars_4"),
                        row.getInt("stars_5"))),
                row.getInt("emergencies"),
                spread(row, "acknowledgements", "acknowledgement"),
                row.getInt("reminders"));
    }

    private static Spread spread(ResultSet row, String count, String duration) throws SQLException {
        return new Spread(
                row.getInt(count),
                Duration.ofMillis(row.getLong(duration + "_50")),
                Duration.ofMillis(row.getLong(duration + "_90")));
    }
}
