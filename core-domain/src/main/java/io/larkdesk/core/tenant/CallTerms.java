package io.larkdesk.core.tenant;

import java.util.Objects;

/**
 * What is agreed of a tenant's calls.
 *
 * @param edition the organisation's edition of Lark
 * @param allowance how many counted calls a month the desk may make
 */
public record CallTerms(Edition edition, Allowance allowance) {

    /** Refuses null. */
    public CallTerms {
        Objects.requireNonNull(edition, "edition");
        Objects.requireNonNull(allowance, "allowance");
    }

    /** Whether the edition has as many calls as that. */
    public boolean isPossible() {
        return allowance.calls() <= Allowance.of(edition).calls();
    }
}
