package io.larkdesk.core.onboarding;

import io.larkdesk.core.shared.TokenHash;
import io.larkdesk.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/** The customers that came, or come, into service through the console. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Onboardings {

    /** That of {@code tenant}; empty if it was brought in otherwise. */
    Optional<Onboarding> find(TenantId tenant);

    /** The same; until the running transaction ends nobody else who asks so goes on. */
    Optional<Onboarding> findForUpdate(TenantId tenant);

    /** The one whose link carries the token with this hash, over or not. */
    Optional<Onboarding> findByLink(TokenHash hash);

    /** All of them, those that are not over first, then by organisation name. */
    List<Onboarding> list();

    /** Removes that of {@code tenant}, if there is one. */
    void remove(TenantId tenant);

    /** Stores {@code onboarding}, new or changed. */
    void save(Onboarding onboarding);
}
