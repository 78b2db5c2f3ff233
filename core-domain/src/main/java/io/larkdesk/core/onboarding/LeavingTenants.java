package io.larkdesk.core.onboarding;

import io.larkdesk.core.tenant.TenantId;

/** The customers that are to be deleted, whose service is not taken up again. */
public interface LeavingTenants {

    /** Whether {@code tenant} is one of them; asked while it is locked. Joins the running transaction. */
    boolean include(TenantId tenant);
}
