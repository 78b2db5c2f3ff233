package io.larkdesk.app.api;

import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.tenant.TenantId;

/** The addresses of the API. */
final class ApiPath {

    /** What all of them begin with. */
    static final String ROOT = "/api/v1";

    private ApiPath() {}

    static String ticket(TicketNumber number) {
        return ROOT + "/tickets/" + number.value();
    }

    static String tenant(TenantId tenant) {
        return ROOT + "/tenants/" + tenant;
    }
}
