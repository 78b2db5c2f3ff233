package io.larkdesk.sandbox.internal.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.gate.Call;
import io.larkdesk.sandbox.internal.gate.Endpoint;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.Organisation;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.util.List;

/** What an app may ask about its organisation and about itself. */
public final class Applications {

    public Applications(Platform platform) {}

    public List<Endpoint> endpoints() {
        return List.of(Endpoint.counted("GET", "/open-apis/tenant/v2/tenant/query", Applications::tenant)
                .needing("tenant:tenant:readonly"));
    }

    private static Reply tenant(Call call) {
        Organisation organisation = call.app().organisation();
        ObjectNode data = Json.object();
        ObjectNode tenant = data.putObject("tenant")
                .put("name", organisation.name())
                .put("display_id", organisation.displayId())
                .put("tenant_tag", 0)
                .put("tenant_key", organisation.tenantKey());
        tenant.putObject("avatar");
        return Call.success(data);
    }
}
