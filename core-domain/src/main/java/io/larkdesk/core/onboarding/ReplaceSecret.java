package io.larkdesk.core.onboarding;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.core.tenant.Organisations;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Replaces the App Secret of a customer: the new one has to work before it is stored, and until then the old one stays in use. */
@Singleton
public final class ReplaceSecret {

    private final Transactions transactions;
    private final Stewards stewards;
    private final Tenants tenants;
    private final Secrets secrets;
    private final Organisations organisations;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public ReplaceSecret(
            Transactions transactions,
            Stewards stewards,
            Tenants tenants,
            Secrets secrets,
            Organisations organisations,
            RecordAudit audit) {
        this.transactions = transactions;
        this.stewards = stewards;
        this.tenants = tenants;
        this.secrets = secrets;
        this.organisations = organisations;
        this.audit = audit;
    }

    /**
     * The new secret.
     *
     * @param steward who tells it: an administrator, or a TAM of the customer
     * @param customer of whose app it is
     * @param secret itself
     */
    public record Command(PersonId steward, TenantId customer, AppSecret secret) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(steward, "steward");
            Objects.requireNonNull(customer, "customer");
            Objects.requireNonNull(secret, "secret");
        }
    }

    /** How it ended. */
    public sealed interface Result {}

    /** It works, and is in use from now on. */
    public record Replaced() implements Result {}

    /**
     * Lark does not accept it.
     *
     * @param reason Lark's, for the log; no secret in it
     */
    public record Refused(String reason) implements Result {}

    /** There is no such customer for the steward. */
    public record NothingThere() implements Result {}

    /** Asks Lark outside of any transaction, then stores. */
    public Result execute(Command command) {
        Optional<Tenant> found =
                transactions.inTransaction(now -> stewards.find(command.customer(), command.steward()));
        if (found.isEmpty()) {
            return new NothingThere();
        }
        Tenant tenant = found.get();
        Organisations.Answer answer =
                organisations.lookUp(new LarkApp(tenant.id(), tenant.brand(), tenant.appId(), command.secret()));
        if (answer instanceof Organisations.NotKnown refused) {
            return new Refused(refused.reason());
        }
        return transactions.inTransaction(now -> stewards.find(command.customer(), command.steward())
                .map(current -> tenants.lock(current.id()))
                .filter(current -> current.appId().equals(tenant.appId()))
                .<Result>map(current -> {
                    tenants.save(current.withSecret(secrets.seal(current.id(), command.secret())));
                    audit.execute(new AuditEvent(
                            AuditBook.of(current.id()),
                            AuditActor.of(command.steward()),
                            AuditAction.SECRET_REPLACED,
                            AuditSubject.of(current.id()),
                            AuditChanges.NONE.andSecret(AuditField.APP_SECRET)));
                    return new Replaced();
                })
                .orElseGet(NothingThere::new));
    }
}
