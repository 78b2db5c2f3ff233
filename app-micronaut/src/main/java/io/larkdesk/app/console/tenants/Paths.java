package io.larkdesk.app.console.tenants;

import io.larkdesk.app.console.Section;
import io.larkdesk.app.web.Form;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.tenant.TenantId;
import java.util.Optional;

/** The addresses of customers. */
final class Paths {

    /** Where a customer's administrator does the customer's part. */
    static final String GUIDE = "/guide";

    private Paths() {}

    static String tenant(TenantId tenant) {
        return Section.TENANTS.path() + "/" + tenant.value();
    }

    static String appChange(TenantId tenant) {
        return tenant(tenant) + "/app-change";
    }

    static String guide(BearerToken token) {
        return GUIDE + "/" + token.reveal();
    }

    /** The tenant that {@code text} names in an address; empty if it can name none. */
    static Optional<TenantId> parse(String text) {
        return Form.findId(text).map(TenantId::new);
    }
}
