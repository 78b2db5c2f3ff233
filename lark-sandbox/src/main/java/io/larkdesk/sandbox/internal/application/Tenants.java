package io.larkdesk.sandbox.internal.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.gate.Call;
import io.larkdesk.sandbox.internal.gate.Endpoint;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.Organisation;
import java.util.function.Supplier;

/** The app's organisation: {@code GET tenant/v2/tenant/query}. */
public final class Tenants {

    private final Supplier<String> baseUrl;

    public Tenants(Supplier<String> baseUrl) {
        this.baseUrl = baseUrl;
    }

    public Endpoint endpoint() {
        return Endpoint.counted("GET", "/open-apis/tenant/v2/tenant/query", this::query)
                .needing("tenant:tenant:readonly");
    }

    private Reply query(Call call) {
        Organisation organisation = call.app().organisation();
        String logo = baseUrl.get() + "/sandbox/avatars/" + organisation.tenantKey();
        ObjectNode data = Json.object();
        ObjectNode tenant = data.putObject("tenant")
                .put("name", organisation.name())
                .put("display_id", organisation.displayId())
                .put("tenant_tag", 0)
                .put("tenant_key", organisation.tenantKey());
        tenant.putObject("avatar")
                .put("avatar_origin", logo)
                .put("avatar_72", logo + "?size=72")
                .put("avatar_240", logo + "?size=240")
                .put("avatar_640", logo + "?size=640");
        if (call.app().isGranted("tenant:tenant.domain:read")) {
            tenant.put("domain", organisation.tenantKey() + ".larksuite.com");
        }
        return Call.success(data);
    }
}
