package io.larkdesk.core.onboarding;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.Tenant;
import java.time.Instant;

/** Is told of every customer that comes into service, inside the transaction in which it happens. */
public interface ActivationObserver {

    /** {@code customer}, which {@code tam} brought in, is in service from {@code now} on. */
    void activated(PersonId tam, Tenant customer, Instant now);
}
