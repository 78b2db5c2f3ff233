package io.larkdesk.sandbox.internal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.gate.CallLog;
import io.larkdesk.sandbox.internal.gate.CallLog.Calls;
import io.larkdesk.sandbox.internal.gate.Quota;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.Organisation;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.util.Optional;

/** {@code GET /sandbox/calls}: what was called since the start, by one app or by all. */
final class CallsApi {

    private final Platform platform;
    private final CallLog log;
    private final Quota quota;

    CallsApi(Platform platform, CallLog log, Quota quota) {
        this.platform = platform;
        this.log = log;
        this.quota = quota;
    }

    Reply show(Request request) {
        Optional<String> appId = request.query().find("app_id");
        Calls calls = appId.map(log::of).orElseGet(log::ofAll);
        ObjectNode body = Json.object()
                .put("counted", calls.counted())
                .put("free", calls.free())
                .put("refused", calls.refused());
        ObjectNode paths = body.putObject("by_path");
        calls.byPath().forEach(paths::put);
        ObjectNode codes = body.putObject("by_code");
        calls.byCode().forEach((code, n) -> codes.put(Integer.toString(code), n));
        appId.flatMap(platform::app).map(App::organisation).ifPresent(one -> body.set("quota", describe(one)));
        return Reply.json(200, body);
    }

    private ObjectNode describe(Organisation organisation) {
        return Json.object()
                .put("organisation", organisation.name())
                .put("edition", organisation.edition().name())
                .put("monthly_quota", organisation.monthlyQuota())
                .put("used", quota.used(organisation));
    }
}
