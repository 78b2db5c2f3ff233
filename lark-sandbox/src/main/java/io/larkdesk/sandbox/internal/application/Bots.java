package io.larkdesk.sandbox.internal.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.gate.Call;
import io.larkdesk.sandbox.internal.gate.Endpoint;
import io.larkdesk.sandbox.internal.gate.Refusal;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.App;
import java.util.function.Supplier;

/** The app's bot: {@code GET bot/v3/info}, an older API whose answer has no {@code data}. */
public final class Bots {

    private static final int ENABLED = 2;

    private final Supplier<String> baseUrl;

    public Bots(Supplier<String> baseUrl) {
        this.baseUrl = baseUrl;
    }

    public Endpoint endpoint() {
        return Endpoint.counted("GET", "/open-apis/bot/v3/info", this::info);
    }

    private Reply info(Call call) {
        App app = call.app();
        if (!app.hasBot()) {
            throw Refusal.plain(200, 11205, Json.object().put("code", 11205).put("msg", "app do not have bot"));
        }
        ObjectNode body = Json.object().put("code", 0).put("msg", "ok");
        ObjectNode bot = body.putObject("bot")
                .put("activate_status", ENABLED)
                .put("app_name", app.name())
                .put("avatar_url", baseUrl.get() + "/sandbox/avatars/" + app.botOpenId())
                .put("open_id", app.botOpenId());
        bot.putArray("ip_white_list");
        return Reply.json(200, body);
    }
}
