package io.larkdesk.core.onboarding;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.core.tenant.Organisations;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Begins to change a customer to another Lark app, which has to work and to be of the same organisation. The one that it has serves on. */
@Singleton
public final class BeginAppChange {

    private final Transactions transactions;
    private final Stewards stewards;
    private final Tenants tenants;
    private final AppChanges changes;
    private final Secrets secrets;
    private final Organisations organisations;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public BeginAppChange(
            Transactions transactions,
            Stewards stewards,
            Tenants tenants,
            AppChanges changes,
            Secrets secrets,
            Organisations organisations,
            RecordAudit audit) {
        this.transactions = transactions;
        this.stewards = stewards;
        this.tenants = tenants;
        this.changes = changes;
        this.secrets = secrets;
        this.organisations = organisations;
        this.audit = audit;
    }

    /**
     * The new app.
     *
     * @param steward who tells it: an administrator, or a TAM of the customer
     * @param customer whose it is to be
     * @param appId its App ID
     * @param secret its App Secret
     */
    public record Command(PersonId steward, TenantId customer, AppId appId, AppSecret secret) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(steward, "steward");
            Objects.requireNonNull(customer, "customer");
            Objects.requireNonNull(appId, "appId");
            Objects.requireNonNull(secret, "secret");
        }
    }

    /** How it ended. */
    public sealed interface Result {}

    /** It has begun; what had begun before is forgotten. */
    public record Begun() implements Result {}

    /**
     * Lark does not accept App ID and App Secret.
     *
     * @param reason Lark's, for the log; no secret in it
     */
    public record Refused(String reason) implements Result {}

    /** The app is of another organisation than the one that the customer has. */
    public record OtherOrganisation() implements Result {}

    /** A tenant has this app: the customer itself, or another. */
    public record AppTaken() implements Result {}

    /** There is no such customer in service for the steward. */
    public record NothingThere() implements Result {}

    /** Asks Lark outside of any transaction, then stores. */
    public Result execute(Command command) {
        Optional<Tenant> found = transactions.inTransaction(now -> find(command));
        if (found.isEmpty()) {
            return new NothingThere();
        }
        if (tenants.findByApp(command.appId()).isPresent()) {
            return new AppTaken();
        }
        Tenant tenant = found.get();
        Organisations.Answer answer =
                organisations.lookUp(new LarkApp(tenant.id(), tenant.brand(), command.appId(), command.secret()));
        if (answer instanceof Organisations.NotKnown refused) {
            return new Refused(refused.reason());
        }
        Organisations.Known known = (Organisations.Known) answer;
        return transactions.inTransaction(now -> find(command)
                .map(current -> begin(current, known, command, now))
                .orElseGet(NothingThere::new));
    }

    private Optional<Tenant> find(Command command) {
        return stewards.find(command.customer(), command.steward()).filter(SwitchApp::mayChange);
    }

    private Result begin(Tenant found, Organisations.Known known, Command command, Instant now) {
        Tenant tenant = tenants.lock(found.id());
        if (tenant.tenantKey().filter(key -> !key.equals(known.tenantKey())).isPresent()) {
            return new OtherOrganisation();
        }
        changes.save(new AppChange(
                tenant.id(),
                command.appId(),
                secrets.seal(tenant.id(), command.secret()),
                known.tenantKey(),
                now,
                Optional.empty()));
        audit.execute(new AuditEvent(
                AuditBook.of(tenant.id()),
                AuditActor.of(command.steward()),
                AuditAction.APP_CHANGE_BEGUN,
                AuditSubject.of(tenant.id()),
                AuditChanges.NONE
                        .and(AuditField.APP_ID, AuditDetail.of(command.appId()))
                        .and(AuditField.APP_SECRET, AuditDetail.HIDDEN)));
        return new Begun();
    }
}
