package io.larkdesk.core.budget;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.Edition;
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
        TenantId tenant, Instant at, PersonId by, Terms before, Terms after, ChangeReason reason) {

    /**
     * What is agreed.
     *
     * @param edition the organisation's edition of Lark
     * @param allowance how many counted calls a month the desk may make
     */
    public record Terms(Edition edition, Allowance allowance) {

        /** Refuses null. */
        public Terms {
            Objects.requireNonNull(edition, "edition");
            Objects.requireNonNull(allowance, "allowance");
        }

        /** Whether the edition has as many calls as that. */
        public boolean isPossible() {
            return allowance.calls() <= Allowance.of(edition).calls();
        }
    }

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
