package io.larkdesk.core.tenant;

import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/**
 * An operator sets up a tenant, or the provider, and vouches for its Lark app: a new one is in service at once. Doing it again changes what
 * differs, but never the state, which belongs to whoever suspends and resumes; nor, until the operator says something else of it, the edition and
 * the allowance, which staff may have changed since.
 */
@Singleton
public final class ConfigureTenant {

    private final Transactions transactions;
    private final Tenants tenants;
    private final Secrets secrets;
    private final Randomness randomness;
    private final TenantRecord record;

    /** Takes its collaborators. */
    @Inject
    public ConfigureTenant(
            Transactions transactions, Tenants tenants, Secrets secrets, Randomness randomness, TenantRecord record) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.secrets = secrets;
        this.randomness = randomness;
        this.record = record;
    }

    /**
     * How it is to be.
     *
     * @param kind customer or provider
     * @param organisation the organisation's name
     * @param appId finds the tenant that is there already
     * @param brand the platform of the app
     * @param secret the app's secret
     * @param edition the organisation's edition of Lark
     * @param allowance how many counted calls a month the desk may make
     * @param plan the support plan; empty for the provider
     * @param joinsAtSignIn whether its people become members of its service group at their first sign-in
     */
    public record Command(
            Tenant.Kind kind,
            String organisation,
            AppId appId,
            Brand brand,
            AppSecret secret,
            Edition edition,
            Allowance allowance,
            Optional<PlanName> plan,
            boolean joinsAtSignIn) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(organisation, "organisation");
            Objects.requireNonNull(appId, "appId");
            Objects.requireNonNull(brand, "brand");
            Objects.requireNonNull(secret, "secret");
            Objects.requireNonNull(edition, "edition");
            Objects.requireNonNull(allowance, "allowance");
            Objects.requireNonNull(plan, "plan");
        }
    }

    /**
     * Sets it up.
     *
     * @return as it is now
     * @throws IllegalStateException if the app belongs to a tenant of the other kind, or the provider has another app
     */
    public Tenant execute(Command command) {
        return transactions.inTransaction(now -> {
            Optional<Tenant> moved = tenants.findByFormerApp(command.appId());
            if (moved.isPresent()) {
                return moved.get();
            }
            Optional<Tenant> provider = tenants.findProvider();
            // Asked afterwards: a provider that another node has just set up is known by its app
            Optional<Tenant> known = tenants.findByApp(command.appId()).map(tenant -> tenants.lock(tenant.id()));
            requireSameKind(command, known, provider);
            CallTerms terms = new CallTerms(command.edition(), command.allowance());
            boolean saysNew = !known.flatMap(tenant -> tenants.findConfigured(tenant.id()))
                    .equals(Optional.of(terms));
            Tenant wanted = known.map(tenant -> changed(tenant, command, saysNew ? terms : tenant.terms()))
                    .orElseGet(() -> created(command, terms));
            if (!known.equals(Optional.of(wanted))) {
                tenants.save(wanted);
                record.configured(known, wanted);
            }
            if (saysNew) {
                tenants.configure(wanted.id(), terms);
            }
            return wanted;
        });
    }

    private static void requireSameKind(Command command, Optional<Tenant> known, Optional<Tenant> provider) {
        if (known.filter(tenant -> tenant.kind() != command.kind()).isPresent()) {
            throw new IllegalStateException("the app " + command.appId() + " is that of a "
                    + (command.kind() == Tenant.Kind.PROVIDER ? "customer" : "provider"));
        }
        if (known.isEmpty() && command.kind() == Tenant.Kind.PROVIDER) {
            provider.ifPresent(other -> {
                throw new IllegalStateException("the provider has the app " + other.appId() + " already");
            });
        }
    }

    private Tenant created(Command command, CallTerms terms) {
        TenantId id = new TenantId(randomness.uuid());
        return tenant(id, command, terms, secrets.seal(id, command.secret()), TenantState.ACTIVE, Optional.empty());
    }

    /**
     * A secret that is the same stays sealed as it is, so that doing it again writes nothing. So does one that was sealed with a key that is not
     * here: other nodes have that key, and perhaps no more the ones that are here.
     */
    private Tenant changed(Tenant tenant, Command command, CallTerms terms) {
        boolean stays = secrets.age(tenant.secret()) == Secrets.KeyAge.UNKNOWN || isTheSame(tenant, command.secret());
        SealedSecret sealed = stays ? tenant.secret() : secrets.seal(tenant.id(), command.secret());
        return tenant(tenant.id(), command, terms, sealed, tenant.state(), tenant.tenantKey());
    }

    private boolean isTheSame(Tenant tenant, AppSecret secret) {
        try {
            return secrets.open(tenant.id(), tenant.secret()).equals(secret);
        } catch (IllegalArgumentException cannotBeOpened) {
            return false;
        }
    }

    private static Tenant tenant(
            TenantId id,
            Command command,
            CallTerms terms,
            SealedSecret secret,
            TenantState state,
            Optional<String> tenantKey) {
        return new Tenant(
                id,
                command.kind(),
                command.organisation(),
                command.appId(),
                command.brand(),
                secret,
                terms.edition(),
                terms.allowance(),
                command.plan(),
                state,
                tenantKey,
                command.joinsAtSignIn());
    }
}
