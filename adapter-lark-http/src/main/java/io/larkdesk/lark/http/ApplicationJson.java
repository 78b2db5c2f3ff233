package io.larkdesk.lark.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.larkdesk.lark.AppVersionInfo;
import io.larkdesk.lark.ApplicationInfo;
import io.larkdesk.lark.ScopeGrant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Lark tells an app of itself. Reads what is there, since Lark has added fields and changed types before. */
final class ApplicationJson {

    private static final int UNKNOWN = 3;
    private static final int GRANTED = 1;
    private static final String SECONDS = "[0-9]{1,11}";

    private ApplicationJson() {}

    static ApplicationInfo application(JsonNode app) {
        requireObject(app, "app");
        List<String> redirectUrls = new ArrayList<>();
        app.path("redirect_urls").forEach(url -> redirectUrls.add(Json.clean(url.asText(""))));
        return new ApplicationInfo(
                Json.optionalText(app, "app_name"),
                app.path("status").asInt(UNKNOWN),
                redirectUrls,
                Json.optionalText(app, "online_version_id"),
                Json.optionalText(app, "unaudit_version_id"));
    }

    static AppVersionInfo version(JsonNode version) {
        requireObject(version, "app_version");
        JsonNode ability = version.path("ability");
        return new AppVersionInfo(
                Json.optionalText(version, "version"),
                instant(version.path("publish_time")),
                ability.path("bot").isObject(),
                webApp(ability.path("web_app")),
                visibility(version.path("remark").path("visibility")));
    }

    private static Optional<Instant> instant(JsonNode seconds) {
        String text = seconds.asText("");
        return text.matches(SECONDS)
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text))).filter(Instant.EPOCH::isBefore)
                : Optional.empty();
    }

    private static Optional<AppVersionInfo.WebApp> webApp(JsonNode webApp) {
        return webApp.isObject()
                ? Optional.of(new AppVersionInfo.WebApp(
                        Json.optionalText(webApp, "pc_url"), Json.optionalText(webApp, "mobile_url")))
                : Optional.empty();
    }

    /** Lark does not promise to tell who may use it: whoever is not told may. */
    private static AppVersionInfo.Visibility visibility(JsonNode visibility) {
        JsonNode list = visibility.path("visible_list");
        return new AppVersionInfo.Visibility(
                visibility.path("is_all").asBoolean(!list.isObject()),
                list.path("open_ids").size(),
                list.path("department_ids").size(),
                list.path("group_ids").size());
    }

    static List<ScopeGrant> scopes(JsonNode scopes) {
        if (!scopes.isArray()) {
            throw new IllegalArgumentException("no list of scopes");
        }
        List<ScopeGrant> grants = new ArrayList<>();
        scopes.forEach(scope -> grants.add(new ScopeGrant(
                Json.optionalText(scope, "scope_name"),
                scope.path("grant_status").asInt() == GRANTED)));
        return grants;
    }

    private static void requireObject(JsonNode node, String name) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("no object " + name);
        }
    }
}
