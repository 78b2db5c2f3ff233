package io.larkdesk.core.audit;

import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantRecord;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Writes down what the operator's file does to tenants. */
@Singleton
public final class RecordTenant implements TenantRecord {

    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public RecordTenant(RecordAudit audit) {
        this.audit = audit;
    }

    @Override
    public void configured(Optional<Tenant> before, Tenant after) {
        audit.execute(new AuditEvent(
                AuditBook.about(after),
                AuditActor.BOOTSTRAP_FILE,
                AuditAction.TENANT_CONFIGURED,
                AuditSubject.of(after.id()),
                TenantChanges.between(before, after)));
    }
}
