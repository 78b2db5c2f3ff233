package io.larkdesk.app.console.deletion;

import io.larkdesk.app.console.Section;
import io.larkdesk.app.web.Form;
import io.larkdesk.core.tenant.TenantId;
import java.util.Optional;

/** The addresses of what is about to leave. */
final class Paths {

    private Paths() {}

    static String tenant(TenantId tenant) {
        return Section.TENANTS.path() + "/" + tenant.value();
    }

    static String deletion(TenantId tenant) {
        return tenant(tenant) + "/deletion";
    }

    /** The tenant that {@code text} names in an address; empty if it can name none. */
    static Optional<TenantId> parse(String text) {
        return Form.findId(text).map(TenantId::new);
    }
}
