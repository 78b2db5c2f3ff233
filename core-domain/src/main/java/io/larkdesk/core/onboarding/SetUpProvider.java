package io.larkdesk.core.onboarding;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.audit.TenantChanges;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.Organisations;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whoever has the link names the provider's Lark app. It is stored at once and in service once Lark confirms it; until then it can be
 * named anew, so that a slip of the pen ends nothing.
 */
@Singleton
public final class SetUpProvider {

    private final Transactions transactions;
    private final Setup setup;
    private final Tenants tenants;
    private final Secrets secrets;
    private final Organisations organisations;
    private final Randomness randomness;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public SetUpProvider(
            Transactions transactions,
            Setup setup,
            Tenants tenants,
            Secrets secrets,
            Organisations organisations,
            Randomness randomness,
            RecordAudit audit) {
        this.transactions = transactions;
        this.setup = setup;
        this.tenants = tenants;
        this.secrets = secrets;
        this.organisations = organisations;
        this.randomness = randomness;
        this.audit = audit;
    }

    /**
     * What is entered.
     *
     * @param token what the link carries
     * @param appId of the provider's own Lark app
     * @param secret of the same
     * @param brand on which platform it is
     * @param edition which edition of Lark the provider has
     */
    public record Command(BearerToken token, AppId appId, AppSecret secret, Brand brand, Edition edition) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(appId, "appId");
            Objects.requireNonNull(secret, "secret");
            Objects.requireNonNull(brand, "brand");
            Objects.requireNonNull(edition, "edition");
        }
    }

    /** How it ended. */
    public sealed interface Result {}

    /**
     * The provider is in service.
     *
     * @param provider called what Lark calls it
     */
    public record Done(Tenant provider) implements Result {}

    /**
     * Lark does not confirm the app.
     *
     * @param reason Lark's, for whoever sets up; no secret in it
     */
    public record NotConfirmed(String reason) implements Result {}

    /** The link is unknown, used or over. */
    public record LinkOver() implements Result {}

    /** The app is that of a customer. */
    public record OtherApp() implements Result {}

    /** The provider is in service, so there is nothing to enter. */
    public record InService() implements Result {}

    /** Stores what is entered, asks Lark outside of the transaction, and puts the provider in service. */
    public Result execute(Command command) {
        Result entered = transactions.inTransaction(now -> enter(command, now));
        if (!(entered instanceof Done draft)) {
            return entered;
        }
        Organisations.Answer answer = organisations.lookUp(draft.provider().larkApp(secrets));
        if (answer instanceof Organisations.Known known) {
            return transactions.inTransaction(now -> confirm(draft.provider(), known));
        }
        return new NotConfirmed(((Organisations.NotKnown) answer).reason());
    }

    private Result enter(Command command, Instant now) {
        if (!setup.isOpenedBy(command.token(), now)) {
            return new LinkOver();
        }
        Optional<Tenant> provider = tenants.findProvider();
        if (provider.filter(Tenant::isInService).isPresent()) {
            return new InService();
        }
        if (tenants.findByApp(command.appId())
                .filter(tenant -> !tenant.isProvider())
                .isPresent()) {
            return new OtherApp();
        }
        Tenant draft = draft(command, provider.map(Tenant::id).orElseGet(() -> new TenantId(randomness.uuid())));
        tenants.save(draft);
        record(AuditAction.PROVIDER_ENTERED, provider, draft);
        return new Done(draft);
    }

    /** Until Lark tells its name, the provider goes by its App ID. */
    private Tenant draft(Command command, TenantId id) {
        return new Tenant(
                id,
                Tenant.Kind.PROVIDER,
                command.appId().value(),
                command.appId(),
                command.brand(),
                secrets.seal(id, command.secret()),
                command.edition(),
                Allowance.of(command.edition()),
                Optional.empty(),
                TenantState.DRAFT,
                Optional.empty());
    }

    /** Of what was entered meanwhile nothing is confirmed. */
    private Result confirm(Tenant draft, Organisations.Known known) {
        Tenant provider = tenants.get(draft.id());
        if (!provider.equals(draft)) {
            throw new ConflictException("another app was entered meanwhile");
        }
        Tenant confirmed = provider.called(known.name())
                .withTenantKey(known.tenantKey())
                .become(TenantState.VERIFIED)
                .become(TenantState.ACTIVE);
        tenants.save(confirmed);
        record(AuditAction.PROVIDER_CONFIRMED, Optional.of(provider), confirmed);
        return new Done(confirmed);
    }

    private void record(AuditAction action, Optional<Tenant> before, Tenant after) {
        audit.execute(new AuditEvent(
                AuditBook.PROVIDER,
                AuditActor.SETUP_LINK,
                action,
                AuditSubject.of(after.id()),
                TenantChanges.between(before, after)));
    }
}
