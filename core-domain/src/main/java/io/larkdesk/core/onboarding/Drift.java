package io.larkdesk.core.onboarding;

import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * That the Lark configuration of a tenant in service is not as it was; its TAM is to be told, once.
 *
 * @param tenant whose
 * @param foundAt by the Preflight of when
 * @param checks those that failed then, and in the Preflight before passed or could not be read
 */
public record Drift(TenantId tenant, Instant foundAt, Set<Check> checks) {

    /** Refuses null, and no check at all; copies the set. */
    public Drift {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(foundAt, "foundAt");
        checks = Set.copyOf(checks);
        if (checks.isEmpty()) {
            throw new IllegalArgumentException("checks is empty");
        }
    }
}
