package io.larkdesk.testkit;

import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.audit.RecordStaff;
import io.larkdesk.core.audit.RecordTenant;
import io.larkdesk.core.group.RecordMembership;
import io.larkdesk.core.invite.RecordInvite;
import io.larkdesk.core.person.StaffRecord;
import io.larkdesk.core.roster.RecordRoster;
import io.larkdesk.core.tenant.TenantRecord;

/** Makes what writes the audit log of some stores, for work that comes from nowhere. */
public final class Records {

    private Records() {}

    /** Of anything. */
    public static RecordAudit audit(Stores stores) {
        return new RecordAudit(stores.transactions(), stores.auditTrail(), FixedOrigins.NOWHERE);
    }

    /** Of the provider's people. */
    public static StaffRecord staff(Stores stores) {
        return new RecordStaff(audit(stores), stores.people());
    }

    /** Of tenants that an operator's file has. */
    public static TenantRecord tenants(Stores stores) {
        return new RecordTenant(audit(stores));
    }

    /** Of the roster. */
    public static RecordRoster roster(Stores stores) {
        return new RecordRoster(audit(stores));
    }

    /** Of who leaves groups. */
    public static RecordMembership memberships(Stores stores) {
        return new RecordMembership(audit(stores));
    }

    /** Of invites. */
    public static RecordInvite invites(Stores stores) {
        return new RecordInvite(audit(stores));
    }
}
