package io.larkdesk.sandbox.internal.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.gate.Access;
import io.larkdesk.sandbox.internal.gate.Call;
import io.larkdesk.sandbox.internal.gate.Endpoint;
import io.larkdesk.sandbox.internal.gate.Refusal;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.Person;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.util.function.Supplier;

/** Who a person is, as far as the app's scopes show it: {@code GET authen/v1/user_info}. Refuses with HTTP 200. */
public final class Profiles {

    private final Platform platform;
    private final Supplier<String> baseUrl;

    public Profiles(Platform platform, Supplier<String> baseUrl) {
        this.platform = platform;
        this.baseUrl = baseUrl;
    }

    public Endpoint endpoint() {
        return Endpoint.free("GET", "/open-apis/authen/v1/user_info", Access.USER, this::userInfo);
    }

    private Reply userInfo(Call call) {
        Person person = call.openId().flatMap(platform::person).orElseThrow(() -> refusal(20008, "user not exist"));
        if (person.resigned()) {
            throw refusal(20021, "user resigned");
        }
        if (person.frozen()) {
            throw refusal(20022, "user frozen");
        }
        return Call.success(of(call.app(), person));
    }

    ObjectNode of(App app, Person person) {
        String avatar = baseUrl.get() + "/sandbox/avatars/" + person.openId();
        ObjectNode data = Json.object()
                .put("name", person.name())
                .put("en_name", person.enName())
                .put("avatar_url", avatar)
                .put("avatar_thumb", avatar + "?size=72")
                .put("avatar_middle", avatar + "?size=240")
                .put("avatar_big", avatar + "?size=640")
                .put("open_id", person.openId())
                .put("union_id", person.unionId())
                .put("tenant_key", app.organisation().tenantKey());
        putIf(app, "contact:user.email:readonly", data, "email", person.email());
        putIf(app, "contact:user.employee:readonly", data, "enterprise_email", person.email());
        putIf(app, "contact:user.employee:readonly", data, "employee_no", person.employeeNo());
        putIf(app, "contact:user.employee_id:readonly", data, "user_id", person.userId());
        putIf(app, "contact:user.phone:readonly", data, "mobile", person.mobile());
        return data;
    }

    private static void putIf(App app, String scope, ObjectNode data, String field, String value) {
        if (app.isGranted(scope)) {
            data.put(field, value);
        }
    }

    private static Refusal refusal(int code, String message) {
        return new Refusal(200, code, message);
    }
}
