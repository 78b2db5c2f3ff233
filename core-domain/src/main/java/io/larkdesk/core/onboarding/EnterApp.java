package io.larkdesk.core.onboarding;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.audit.TenantChanges;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The customer's Lark app is told us, by its administrator or by the TAM. Nothing is proven by that: the preflight does. */
@Singleton
public final class EnterApp {

    private final Transactions transactions;
    private final Onboarders onboarders;
    private final Onboardings onboardings;
    private final Tenants tenants;
    private final Preflights preflights;
    private final Secrets secrets;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public EnterApp(
            Transactions transactions,
            Onboarders onboarders,
            Onboardings onboardings,
            Tenants tenants,
            Preflights preflights,
            Secrets secrets,
            RecordAudit audit) {
        this.transactions = transactions;
        this.onboarders = onboarders;
        this.onboardings = onboardings;
        this.tenants = tenants;
        this.preflights = preflights;
        this.secrets = secrets;
        this.audit = audit;
    }

    /**
     * What is told.
     *
     * @param access how whoever tells it came
     * @param organisation what the organisation is called
     * @param appId of its Lark app
     * @param secret of the same; empty to keep the one that is known
     * @param brand on which platform the app is
     * @param edition which edition of Lark the organisation has
     */
    public record Command(
            Access access,
            OrganisationName organisation,
            AppId appId,
            Optional<AppSecret> secret,
            Brand brand,
            Edition edition) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(access, "access");
            Objects.requireNonNull(organisation, "organisation");
            Objects.requireNonNull(appId, "appId");
            Objects.requireNonNull(secret, "secret");
            Objects.requireNonNull(brand, "brand");
            Objects.requireNonNull(edition, "edition");
        }
    }

    /** How it ended. */
    public enum Result {
        /** It is stored. */
        STORED,
        /** There is nothing for whoever came so, or the customer is in service already. */
        NOTHING_THERE,
        /** Another tenant has this app. */
        APP_TAKEN,
        /** The secret is missing: none of this app is known. */
        SECRET_MISSING
    }

    /** Stores it. Whatever was proven before is to be proven anew. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> onboarders
                .findForUpdate(command.access(), now)
                .map(onboarding -> store(onboarding, command))
                .orElse(Result.NOTHING_THERE));
    }

    private Result store(Onboarding onboarding, Command command) {
        Optional<Tenant> sameApp = tenants.findByApp(command.appId());
        if (sameApp.filter(other -> !other.id().equals(onboarding.tenant())).isPresent()) {
            return Result.APP_TAKEN;
        }
        Optional<SealedSecret> secret = command.secret()
                .map(told -> secrets.seal(onboarding.tenant(), told))
                .or(() -> sameApp.map(Tenant::secret));
        if (secret.isEmpty()) {
            return Result.SECRET_MISSING;
        }
        if (!onboarding.organisation().equals(command.organisation())) {
            onboardings.save(onboarding.called(command.organisation()));
        }
        Optional<Tenant> before =
                tenants.listAll(List.of(onboarding.tenant())).stream().findAny();
        Tenant after = tenant(onboarding, command, secret.get());
        tenants.save(after);
        preflights.forget(onboarding.tenant());
        audit.execute(new AuditEvent(
                AuditBook.of(after.id()),
                Actors.of(command.access()),
                AuditAction.APP_ENTERED,
                AuditSubject.of(after.id()),
                TenantChanges.between(before, after)));
        return Result.STORED;
    }

    /** Whatever was proven of another app, or another secret, is to be proven anew. */
    private static Tenant tenant(Onboarding onboarding, Command command, SealedSecret secret) {
        return new Tenant(
                onboarding.tenant(),
                Tenant.Kind.CUSTOMER,
                command.organisation().value(),
                command.appId(),
                command.brand(),
                secret,
                command.edition(),
                Allowance.of(command.edition()),
                Optional.of(onboarding.plan()),
                TenantState.DRAFT,
                Optional.empty());
    }
}
