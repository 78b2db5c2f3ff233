package io.larkdesk.core.report;

import io.larkdesk.core.budgeting.Overseers;
import io.larkdesk.core.organisation.Appointers;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what came of a customer's year, month by month, to staff and to the customer's own administrators. */
@Singleton
public final class ShowReport {

    /** So many months are shown together. */
    public static final int MONTHS = 12;

    private final Transactions transactions;
    private final Overseers overseers;
    private final Appointers appointers;
    private final Reports reports;

    /** Takes its collaborators. */
    @Inject
    public ShowReport(Transactions transactions, Overseers overseers, Appointers appointers, Reports reports) {
        this.transactions = transactions;
        this.overseers = overseers;
        this.appointers = appointers;
        this.reports = reports;
    }

    /**
     * A customer's year.
     *
     * @param tenant whose
     * @param months its {@link #MONTHS} months in order, also those in which nothing happened
     */
    public record Report(Tenant tenant, List<MonthFigures> months) {

        /** Copies the list. */
        public Report {
            Objects.requireNonNull(tenant, "tenant");
            months = List.copyOf(months);
        }
    }

    /** The months up to {@code last}; empty if there is no such customer for {@code asker}. */
    public Optional<Report> execute(TenantId customer, YearMonth last, PersonId asker) {
        return transactions.inTransaction(now -> overseers
                .find(customer, asker)
                .or(() -> appointers.findOwn(customer, asker))
                .map(tenant -> new Report(tenant, list(customer, last))));
    }

    private List<MonthFigures> list(TenantId customer, YearMonth last) {
        YearMonth first = last.minusMonths(MONTHS - 1);
        Map<YearMonth, MonthFigures> known = reports.list(List.of(customer), first, last).stream()
                .collect(Collectors.toMap(MonthFigures::month, Function.identity()));
        return Stream.iterate(first, month -> month.plusMonths(1))
                .limit(MONTHS)
                .map(month ->
                        Optional.ofNullable(known.get(month)).orElseGet(() -> MonthFigures.nothing(customer, month)))
                .toList();
    }
}
