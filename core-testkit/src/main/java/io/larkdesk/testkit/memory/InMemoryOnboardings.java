package io.larkdesk.testkit.memory;

import io.larkdesk.core.onboarding.Onboarding;
import io.larkdesk.core.onboarding.Onboardings;
import io.larkdesk.core.shared.TokenHash;
import io.larkdesk.core.tenant.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Onboardings, by their tenants. */
final class InMemoryOnboardings implements Onboardings {

    private final InMemoryTransactions transactions;
    private final Table<TenantId, Onboarding> onboardings;

    InMemoryOnboardings(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.onboardings = new Table<>(transactions);
    }

    @Override
    public Optional<Onboarding> find(TenantId tenant) {
        return onboardings.find(tenant);
    }

    @Override
    public Optional<Onboarding> findForUpdate(TenantId tenant) {
        return transactions.inTransaction(now -> {
            onboardings.hold(tenant);
            return onboardings.find(tenant);
        });
    }

    @Override
    public Optional<Onboarding> findByLink(TokenHash hash) {
        return onboardings.list().stream()
                .filter(one ->
                        one.link().filter(link -> link.hash().equals(hash)).isPresent())
                .findAny();
    }

    @Override
    public List<Onboarding> list() {
        return onboardings.list().stream()
                .sorted(Comparator.comparing(Onboarding::isOver)
                        .thenComparing(one -> one.organisation().value()))
                .toList();
    }

    @Override
    public void remove(TenantId tenant) {
        transactions.inTransaction(now -> {
            onboardings.remove(tenant);
            return tenant;
        });
    }

    @Override
    public void save(Onboarding onboarding) {
        transactions.inTransaction(now -> {
            onboardings.put(onboarding.tenant(), onboarding);
            return onboarding;
        });
    }
}
