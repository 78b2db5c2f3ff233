package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.ChainHash;
import io.larkdesk.core.ticket.TimelineEnd;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.ticket.Timelines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tables {@code timeline_entry} and {@code timeline_end}. */
final class JdbiTimelines implements Timelines {

    private static final String END =
            "select place, hash from timeline_end where tenant_id = :tenant and group_id = :group";
    private static final String BEGIN = """
            insert into timeline_end (tenant_id, group_id, place, hash) values (:tenant, :group, 0, :hash)
            on conflict do nothing
            """;
    private static final String LOCK_END = END + " for update";
    private static final String APPEND = """
            with entry as (
                insert into timeline_entry (tenant_id, group_id, place, at, kind, by_tenant_id, by_id, about_tenant_id, about_id,
                                            words, hash)
                values (:tenant, :group, :place, :at, :kind, :byTenant, :by, :aboutTenant, :about, :words, :hash)
                returning tenant_id, group_id, place, hash
            )
            insert into timeline_end (tenant_id, group_id, place, hash) select * from entry
            on conflict (tenant_id, group_id) do update set place = excluded.place, hash = excluded.hash
            """;
    private static final String LIST_AFTER = """
            select * from timeline_entry
            where tenant_id = :tenant and group_id = :group and place > :place
            order by place
            limit :limit
            """;
    private static final String FIND_FIRST = """
            select * from timeline_entry
            where tenant_id = :tenant and group_id = :group and kind = :kind and at >= :from
            order by place
            limit 1
            """;
    private static final RowMapper<TimelineEnd> TIMELINE_END =
            (row, context) -> new TimelineEnd(row.getLong("place"), hash(row));
    private static final RowMapper<TimelineEntry> ENTRY = (row, context) -> new TimelineEntry(
            Columns.group(row),
            row.getLong("place"),
            Columns.instant(row, "at"),
            TimelineEntry.Kind.valueOf(row.getString("kind")),
            Columns.findPerson(row, "by_tenant_id", "by_id"),
            Columns.findPerson(row, "about_tenant_id", "about_id"),
            row.getString("words"),
            hash(row));

    private final JdbiTransactions transactions;

    JdbiTimelines(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public TimelineEnd end(GroupId ticket) {
        return transactions.with(handle -> Arguments.group(handle.createQuery(END), ticket)
                .map(TIMELINE_END)
                .findOne()
                .orElse(TimelineEnd.START));
    }

    @Override
    public TimelineEnd lockEnd(GroupId ticket) {
        return transactions.withRunning(handle -> {
            Arguments.group(handle.createUpdate(BEGIN), ticket)
                    .bind("hash", bytes(ChainHash.START))
                    .execute();
            return Arguments.group(handle.createQuery(LOCK_END), ticket)
                    .map(TIMELINE_END)
                    .one();
        });
    }

    @Override
    public void append(TimelineEntry entry) {
        transactions.with(handle -> Arguments.group(handle.createUpdate(APPEND), entry.ticket())
                .bind("place", entry.place())
                .bind("at", entry.at())
                .bind("kind", entry.kind())
                .bind("byTenant", entry.by().map(PersonId::tenant))
                .bind("by", entry.by().map(PersonId::value))
                .bind("aboutTenant", entry.about().map(PersonId::tenant))
                .bind("about", entry.about().map(PersonId::value))
                .bind("words", entry.words())
                .bind("hash", bytes(entry.hash()))
                .execute());
    }

    @Override
    public List<TimelineEntry> listAfter(GroupId ticket, long placeExclusive, int limit) {
        return transactions.with(handle -> Arguments.group(handle.createQuery(LIST_AFTER), ticket)
                .bind("place", placeExclusive)
                .bind("limit", limit)
                .map(ENTRY)
                .list());
    }

    private static byte[] bytes(ChainHash hash) {
        return HexFormat.of().parseHex(hash.hex());
    }

    @Override
    public Optional<TimelineEntry> findFirst(GroupId ticket, TimelineEntry.Kind kind, Instant from) {
        return transactions.with(handle -> Arguments.group(handle.createQuery(FIND_FIRST), ticket)
                .bind("kind", kind)
                .bind("from", from)
                .map(ENTRY)
                .findOne());
    }

    private static ChainHash hash(ResultSet row) throws SQLException {
        return new ChainHash(HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
