package io.larkdesk.core.report;

import io.larkdesk.core.budgeting.Overseers;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows staff what came of a month with their customers, side by side. */
@Singleton
public final class ListReports {

    private final Transactions transactions;
    private final Overseers overseers;
    private final Reports reports;

    /** Takes its collaborators. */
    @Inject
    public ListReports(Transactions transactions, Overseers overseers, Reports reports) {
        this.transactions = transactions;
        this.overseers = overseers;
        this.reports = reports;
    }

    /**
     * A customer's month.
     *
     * @param tenant whose
     * @param figures what came of it
     */
    public record Row(Tenant tenant, MonthFigures figures) {

        /** Refuses null. */
        public Row {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(figures, "figures");
        }
    }

    /** The customers whose reports the asker may see, by name; empty if that is none of the asker's business. */
    public Optional<List<Row>> execute(YearMonth month, PersonId asker) {
        return transactions.inTransaction(now -> overseers.list(asker).map(tenants -> list(tenants, month)));
    }

    private List<Row> list(List<Tenant> tenants, YearMonth month) {
        Map<TenantId, MonthFigures> known =
                reports.list(tenants.stream().map(Tenant::id).toList(), month, month).stream()
                        .collect(Collectors.toMap(MonthFigures::tenant, Function.identity()));
        return tenants.stream()
                .sorted(Comparator.comparing(Tenant::organisation)
                        .thenComparing(tenant -> tenant.id().value()))
                .map(tenant -> new Row(
                        tenant,
                        Optional.ofNullable(known.get(tenant.id()))
                                .orElseGet(() -> MonthFigures.nothing(tenant.id(), month))))
                .toList();
    }
}
