package io.larkdesk.sandbox.internal.application;

import io.larkdesk.sandbox.internal.gate.Call;
import io.larkdesk.sandbox.internal.gate.Endpoint;
import io.larkdesk.sandbox.internal.gate.Refusal;
import io.larkdesk.sandbox.internal.gate.Tier;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What an app may ask about itself: its settings and the version that is online. */
public final class Applications {

    private static final String SCOPE = "application:application:self_manage";
    private static final String APPLICATION = "/open-apis/application/v6/applications/:app_id";
    private static final Set<String> LANGUAGES = Set.of("zh_cn", "en_us", "ja_jp");

    private final Platform platform;
    private final ApplicationJson json;

    public Applications(Platform platform, Supplier<String> baseUrl) {
        this.platform = platform;
        this.json = new ApplicationJson(baseUrl);
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.counted("GET", APPLICATION, this::application).needing(SCOPE),
                Endpoint.counted("GET", APPLICATION + "/app_versions/:version_id", this::version)
                        .limited(Tier.HUNDRED_A_MINUTE)
                        .needing(SCOPE));
    }

    private Reply application(Call call) {
        App app = own(call);
        return Call.success(Json.object().set("app", json.application(app)));
    }

    private Reply version(Call call) {
        App app = own(call);
        if (app.waitingVersionId().equals(Optional.of(call.path("version_id")))) {
            return Call.success(Json.object().set("app_version", json.waitingVersion(app)));
        }
        if (!app.settings().published() || !call.path("version_id").equals(app.versionId())) {
            throw Refusal.badRequest(210503, "there is no such version of the app");
        }
        return Call.success(Json.object().set("app_version", json.version(app)));
    }

    private App own(Call call) {
        String language = call.request().query().text("lang");
        if (!LANGUAGES.contains(language)) {
            throw Refusal.field("lang", language, "lang is required: zh_cn, en_us or ja_jp");
        }
        String id = call.path("app_id");
        if (id.equals("me") || id.equals(call.app().id())) {
            return call.app();
        }
        if (!id.startsWith("cli_")) {
            throw Refusal.badRequest(210503, "app_id is invalid");
        }
        App other = platform.app(id).orElseThrow(() -> Refusal.badRequest(210506, "app not exist"));
        throw other.organisation().tenantKey().equals(call.app().organisation().tenantKey())
                ? Refusal.badRequest(210508, "the scope's level does not allow to read another app")
                : Refusal.badRequest(210504, "the app is not in this tenant");
    }
}
