package io.larkdesk.core.onboarding;

import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Shows whoever has the link how far the deployment is set up. */
@Singleton
public final class ShowSetup {

    private final Transactions transactions;
    private final Setup setup;
    private final Tenants tenants;

    /** Takes its collaborators. */
    @Inject
    public ShowSetup(Transactions transactions, Setup setup, Tenants tenants) {
        this.transactions = transactions;
        this.setup = setup;
        this.tenants = tenants;
    }

    /**
     * How far it is.
     *
     * @param provider the provider; empty before anything was entered, in service once Lark has confirmed its app
     */
    public record Shown(Optional<Tenant> provider) {

        /** Refuses null. */
        public Shown {
            Objects.requireNonNull(provider, "provider");
        }
    }

    /** The set-up; empty if {@code token} opens none: it is unknown, used or over. */
    public Optional<Shown> execute(BearerToken token) {
        return transactions.inTransaction(now ->
                setup.isOpenedBy(token, now) ? Optional.of(new Shown(tenants.findProvider())) : Optional.empty());
    }
}
