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
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/**
 * Checks a tenant's Lark configuration. One that is not in service becomes VERIFIED when nothing is wrong, and DRAFT when something is; one
 * that is in service stays so, and its TAM is to be told of what is wrong since the last time.
 */
@Singleton
public final class RunPreflight {

    private final Transactions transactions;
    private final Tenants tenants;
    private final People people;
    private final Preflights preflights;
    private final Secrets secrets;
    private final AppInspector inspector;
    private final DeskAddress desk;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public RunPreflight(
            Transactions transactions,
            Tenants tenants,
            People people,
            Preflights preflights,
            Secrets secrets,
            AppInspector inspector,
            DeskAddress desk,
            RecordAudit audit) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.people = people;
        this.preflights = preflights;
        this.secrets = secrets;
        this.inspector = inspector;
        this.desk = desk;
        this.audit = audit;
    }

    /**
     * Whose configuration.
     *
     * @param tenant the tenant
     * @param by who asks; empty for the daily run. Only one of the staff draws on the reserve of the budget
     */
    public record Command(TenantId tenant, Optional<AuditActor> by) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(by, "by");
        }

        private Optional<PersonId> asker() {
            return by.flatMap(AuditActor::findPerson);
        }
    }

    /** How it ended. */
    public sealed interface Result {}

    /**
     * It was checked.
     *
     * @param preflight what was found, and stored
     * @param tenant as it is since then
     */
    public record Checked(Preflight preflight, Tenant tenant) implements Result {}

    /** Who asks is nobody of the staff. */
    public record NotStaff() implements Result {}

    /** What was checked was changed meanwhile, so the findings mean nothing and were not stored. */
    public record Changed() implements Result {}

    /**
     * Asks Lark, then stores; Lark is not called inside the transaction.
     *
     * @throws java.util.NoSuchElementException if there is no such tenant
     */
    public Result execute(Command command) {
        if (command.asker().filter(asker -> !isStaff(asker)).isPresent()) {
            return new NotStaff();
        }
        Tenant tenant = tenants.get(command.tenant());
        CallPurpose purpose = command.asker().isPresent() ? CallPurpose.SETUP : CallPurpose.PREFLIGHT;
        AppAnswer answer = inspector.inspect(tenant.larkApp(secrets), purpose);
        return store(command, tenant, answer);
    }

    private boolean isStaff(PersonId asker) {
        return people.find(asker).flatMap(person -> person.role()).isPresent();
    }

    private Result store(Command command, Tenant asked, AppAnswer answer) {
        return transactions.inTransaction(now -> {
            Tenant tenant = tenants.lock(asked.id());
            if (!isSameApp(tenant, asked)) {
                return new Changed();
            }
            Preflight preflight = new Preflight(
                    tenant.id(),
                    now,
                    command.asker(),
                    answer.calls(),
                    Preflight.decide(
                            tenant, new AppAddresses(desk, tenant.appId()), answer, people.hasAny(tenant.id())));
            noteDrift(tenant, preflight);
            preflights.save(preflight);
            Tenant moved = saved(tenant, preflight.moved(tenant));
            command.by().ifPresent(by -> record(by, preflight, tenant, moved));
            return new Checked(preflight, moved);
        });
    }

    private static boolean isSameApp(Tenant one, Tenant other) {
        return one.appId().equals(other.appId())
                && one.brand() == other.brand()
                && one.secret().equals(other.secret());
    }

    private void noteDrift(Tenant tenant, Preflight preflight) {
        if (tenant.isInService()) {
            preflights
                    .find(tenant.id())
                    .map(preflight::failingSince)
                    .filter(checks -> !checks.isEmpty())
                    .ifPresent(checks -> preflights.add(new Drift(tenant.id(), preflight.at(), checks)));
        }
    }

    private Tenant saved(Tenant tenant, Tenant moved) {
        if (!moved.equals(tenant)) {
            tenants.save(moved);
        }
        return moved;
    }

    private void record(AuditActor by, Preflight preflight, Tenant before, Tenant after) {
        AuditChanges changes = AuditChanges.NONE
                .and(AuditField.FAILED_CHECKS, AuditDetail.of(preflight.failed()))
                .and(AuditField.STATE, AuditDetail.of(before.state()), AuditDetail.of(after.state()));
        audit.execute(new AuditEvent(
                AuditBook.about(after), by, AuditAction.PREFLIGHT_RUN, AuditSubject.of(after.id()), changes));
    }
}
