package io.larkdesk.core.onboarding;

import io.larkdesk.core.audit.AuditActor;

/** Who it was, for the audit log. */
final class Actors {

    private Actors() {}

    static AuditActor of(Access access) {
        return access instanceof Access.ByStaff byStaff ? AuditActor.of(byStaff.person()) : AuditActor.GUIDE_LINK;
    }
}
