package io.larkdesk.app.console;

import io.larkdesk.app.web.Form;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.tenant.TenantId;
import java.util.Optional;

/** The addresses of customers. */
public final class TenantPaths {

    /** Where a customer's administrator does the customer's part. */
    public static final String GUIDE = "/guide";

    private TenantPaths() {}

    /** Its own page. */
    public static String tenant(TenantId tenant) {
        return Section.TENANTS.path() + "/" + tenant.value();
    }

    /** Where it gets another Lark app. */
    public static String appChange(TenantId tenant) {
        return tenant(tenant) + "/app-change";
    }

    /** Where it is deleted, and what is its own is taken along. */
    public static String deletion(TenantId tenant) {
        return tenant(tenant) + "/deletion";
    }

    /** The customer's part, for whoever has {@code token}. */
    public static String guide(BearerToken token) {
        return GUIDE + "/" + token.reveal();
    }

    /** The tenant that {@code text} names in an address; empty if it can name none. */
    public static Optional<TenantId> parse(String text) {
        return Form.findId(text).map(TenantId::new);
    }
}
