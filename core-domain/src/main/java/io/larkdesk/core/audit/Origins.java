package io.larkdesk.core.audit;

import java.util.Optional;

/** Knows from where the running work was asked for. Thread-safe. */
public interface Origins {

    /** From where; empty in the background. */
    Optional<Origin> current();

    /** The token by which a system asked, acting for a person; empty if none did. */
    Optional<AuditToken> token();
}
