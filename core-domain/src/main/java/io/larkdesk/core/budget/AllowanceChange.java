package io.larkdesk.core.budget;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.CallTerms;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Objects;

/**
 * That somebody changed a tenant's edition or allowance.
 *
 * @param tenant whose
 * @param at when
 * @param by who
 * @param before what was agreed before
 * @param after what is since then
 * @param reason why
 */
public record AllowanceChange(
        TenantId tenant, Instant at, PersonId by, CallTerms before, CallTerms after, ChangeReason reason) {

    /** Refuses null. */
    public AllowanceChange {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(reason, "reason");
    }
}
