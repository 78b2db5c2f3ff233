package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.clock.Alert;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.notice.Delivery;
import io.larkdesk.core.notice.Matter;
import io.larkdesk.core.notice.Notice;
import io.larkdesk.core.notice.NoticeId;
import io.larkdesk.core.onboarding.Drift;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Gap;
import io.larkdesk.core.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a notice tells, in the columns of its table: a line is a gap, or the name of a check. */
record NoticeRow(Kind kind, Optional<TenantId> about, Optional<Instant> at, List<String> lines) {

    enum Kind {
        UNSTAFFED,
        DRIFTED,
        ACTIVATED,
        TIGHTENED,
        DUE,
        LEAVING
    }

    private static final String SEPARATOR = "/";

    static NoticeRow of(Matter matter) {
        return matter.fold(
                unstaffed -> new NoticeRow(
                        Kind.UNSTAFFED,
                        Optional.empty(),
                        Optional.of(unstaffed.horizon()),
                        unstaffed.gaps().stream().map(NoticeRow::line).toList()),
                drifted -> new NoticeRow(
                        Kind.DRIFTED,
                        Optional.of(drifted.drift().tenant()),
                        Optional.of(drifted.drift().foundAt()),
                        drifted.drift().checks().stream()
                                .map(Check::name)
                                .sorted()
                                .toList()),
                activated ->
                        new NoticeRow(Kind.ACTIVATED, Optional.of(activated.tenant()), Optional.empty(), List.of()),
                tightened -> new NoticeRow(
                        Kind.TIGHTENED,
                        Optional.of(tightened.tenant()),
                        Optional.empty(),
                        List.of(tightened.step().name())),
                due -> new NoticeRow(
                        Kind.DUE,
                        Optional.of(due.ticket().tenant()),
                        due.at(),
                        List.of(
                                due.ticket().value().toString(),
                                Long.toString(due.number().value()),
                                due.alert().name())),
                leaving -> new NoticeRow(Kind.LEAVING, Optional.of(leaving.tenant()), leaving.at(), List.of()));
    }

    private static String line(Gap gap) {
        return String.join(
                SEPARATOR, gap.role().name(), gap.from().toString(), gap.until().toString());
    }

    private static Gap gap(String line) {
        String[] parts = line.split(SEPARATOR, -1);
        return new Gap(StaffRole.valueOf(parts[0]), Instant.parse(parts[1]), Instant.parse(parts[2]));
    }

    static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                new NoticeId(Columns.uuid(row, "notice_id")),
                Columns.person(row, "tenant_id", "person_id"),
                matter(row),
                delivery(row));
    }

    private static Matter matter(ResultSet row) throws SQLException {
        List<String> lines = Arrays.asList((String[]) row.getArray("lines").getArray());
        return switch (Kind.valueOf(row.getString("kind"))) {
            case UNSTAFFED ->
                new Matter.Unstaffed(lines.stream().map(NoticeRow::gap).toList(), Columns.instant(row, "about_at"));
            case DRIFTED ->
                new Matter.Drifted(new Drift(
                        Columns.tenant(row, "about_tenant_id"),
                        Columns.instant(row, "about_at"),
                        lines.stream().map(Check::valueOf).collect(Collectors.toUnmodifiableSet())));
            case ACTIVATED -> new Matter.Activated(Columns.tenant(row, "about_tenant_id"));
            case TIGHTENED ->
                new Matter.Tightened(Columns.tenant(row, "about_tenant_id"), BudgetPolicy.Step.valueOf(lines.get(0)));
            case DUE ->
                new Matter.Due(
                        new GroupId(Columns.tenant(row, "about_tenant_id"), UUID.fromString(lines.get(0))),
                        new TicketNumber(Long.parseLong(lines.get(1))),
                        Alert.valueOf(lines.get(2)),
                        Columns.findInstant(row, "about_at"));
            case LEAVING ->
                new Matter.Leaving(Columns.tenant(row, "about_tenant_id"), Columns.findInstant(row, "about_at"));
        };
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        Optional<String> ended = Columns.findText(row, "ended");
        if (ended.isPresent()) {
            return new Delivery.Over(Delivery.End.valueOf(ended.get()), Columns.instant(row, "ended_at"));
        }
        int attempts = row.getInt("attempts");
        Instant due = Columns.instant(row, "due_at");
        return Columns.findInstant(row, "first_at")
                .<Delivery>map(first -> new Delivery.Sending(attempts, first, due))
                .orElseGet(() -> new Delivery.Waiting(attempts, due));
    }
}
