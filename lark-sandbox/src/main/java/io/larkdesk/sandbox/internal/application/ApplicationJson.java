package io.larkdesk.sandbox.internal.application;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.AppSettings;
import java.util.function.Supplier;

/** An app and its version as the API answers them. */
final class ApplicationJson {

    /** When all versions were made: the sandbox publishes at once, and nothing depends on the date. */
    private static final String PUBLISHED_AT = "1732416000";

    private static final int IN_REVIEW = 3;

    private final Supplier<String> baseUrl;

    ApplicationJson(Supplier<String> baseUrl) {
        this.baseUrl = baseUrl;
    }

    ObjectNode application(App app) {
        AppSettings settings = app.settings();
        ObjectNode json = Json.object()
                .put("app_id", app.id())
                .put("creator_id", app.botOpenId())
                .put("status", !settings.enabled() ? 0 : settings.published() ? 1 : 2)
                .put("scene_type", 0)
                .put("payment_type", 0)
                .put("online_version_id", settings.published() ? app.versionId() : "")
                .put("unaudit_version_id", app.waitingVersionId().orElse(""))
                .put("app_name", app.name())
                .put("avatar_url", baseUrl.get() + "/sandbox/avatars/" + app.botOpenId())
                .put("description", "")
                .put("back_home_url", "")
                .put("primary_language", "en_us");
        json.set("redirect_urls", Json.array(settings.redirectUrls()));
        json.set("scopes", scopes(app));
        json.putArray("i18n")
                .addObject()
                .put("i18n_key", "en_us")
                .put("name", app.name())
                .put("description", "")
                .put("help_use", "");
        json.putArray("common_categories");
        if (!settings.h5TrustedDomains().isEmpty()) {
            ObjectNode security = json.putObject("security");
            security.set("redirect_urls", Json.array(settings.redirectUrls()));
            security.set("allowed_ips", Json.array(settings.allowedIps()));
            security.set("h5_trusted_domains", Json.array(settings.h5TrustedDomains()));
        }
        return json;
    }

    ObjectNode version(App app) {
        AppSettings settings = app.settings();
        ObjectNode json = Json.object()
                .put("app_id", app.id())
                .put("version", "1.0.0")
                .put("version_id", app.versionId())
                .put("app_name", app.name())
                .put("avatar_url", baseUrl.get() + "/sandbox/avatars/" + app.botOpenId())
                .put("description", "")
                .put("status", 1)
                .put("create_time", PUBLISHED_AT)
                .put("publish_time", PUBLISHED_AT)
                .put("back_home_url", "");
        json.set("scopes", scopes(app));
        json.putArray("events");
        ObjectNode ability = json.putObject("ability");
        if (settings.bot()) {
            ability.putObject("bot").put("card_request_url", "");
        }
        if (!settings.homePage().isEmpty()) {
            ability.putObject("web_app")
                    .put("pc_url", settings.homePage())
                    .put(
                            "mobile_url",
                            settings.mobileHomePage().isEmpty() ? settings.homePage() : settings.mobileHomePage());
        }
        json.set("remark", remark(settings));
        return json;
    }

    /** What waits has the settings that are there already, since the sandbox knows no others. */
    ObjectNode waitingVersion(App app) {
        return version(app)
                .put("version", app.settings().waitingVersion())
                .put("version_id", app.waitingVersionId().orElseThrow())
                .put("status", IN_REVIEW)
                .put("publish_time", "");
    }

    private static ObjectNode remark(AppSettings settings) {
        ObjectNode remark = Json.object().put("remark", "").put("update_remark", "");
        ObjectNode visibility = remark.putObject("visibility")
                .put("is_all", settings.availableTo().isEmpty());
        ObjectNode visible = visibility.putObject("visible_list");
        visible.set("open_ids", Json.array(settings.availableTo()));
        visible.putArray("department_ids");
        visible.putArray("group_ids");
        ObjectNode invisible = visibility.putObject("invisible_list");
        invisible.putArray("open_ids");
        invisible.putArray("department_ids");
        invisible.putArray("group_ids");
        return remark;
    }

    private static ArrayNode scopes(App app) {
        ArrayNode scopes = Json.array();
        app.settings().scopes().forEach(scope -> {
            ObjectNode one = scopes.addObject()
                    .put("scope", scope)
                    .put("description", scope)
                    .put("level", 1);
            one.putArray("token_types").add("tenant");
        });
        return scopes;
    }
}
