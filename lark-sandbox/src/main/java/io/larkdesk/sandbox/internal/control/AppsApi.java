package io.larkdesk.sandbox.internal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.gate.Quota;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.AppSettings;
import io.larkdesk.sandbox.internal.platform.Edition;
import io.larkdesk.sandbox.internal.platform.Organisation;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.util.Optional;

/** {@code /sandbox/apps}: adds apps and changes them. A second post with the same id changes the fields it names. */
final class AppsApi {

    private static final String APP_ID = "[A-Za-z0-9_-]{1,64}";

    private final Platform platform;
    private final Quota quota;

    AppsApi(Platform platform, Quota quota) {
        this.platform = platform;
        this.quota = quota;
    }

    Reply list(Request request) {
        ObjectNode body = Json.object();
        var apps = body.putArray("apps");
        platform.apps().forEach(app -> apps.add(describe(app)));
        return Reply.json(200, body);
    }

    Reply post(Request request) {
        ObjectNode given = Input.object(request);
        String appId = Input.matching(given, "app_id", APP_ID);
        Optional<Edition> edition =
                Optional.ofNullable(given.remove("edition")).map(value -> edition(value.asText("")));
        if (given.path("available_to").asText("").equals("all")) {
            given.putArray("available_to");
        }
        ObjectNode all =
                platform.app(appId).map(app -> Json.tree(app.settings())).orElseGet(AppSettings::defaults);
        all.setAll(given);
        Input.text(all, "app_secret");
        Input.text(all, "organisation");
        AppSettings settings = Input.read(all, AppSettings.class);
        check(settings);
        App app = platform.put(settings);
        edition.ifPresent(value -> platform.change(app.organisation(), one -> one.with(value)));
        return Reply.json(200, describe(platform.app(appId).orElseThrow()));
    }

    private static void check(AppSettings settings) {
        settings.redirectUrls().forEach(url -> Input.requireUrl("redirect_urls", url));
        if (settings.redirectUrls().size() > 300) {
            throw new BadField("redirect_urls", "has more than 300 entries");
        }
        checkHomePage("home_page", settings.homePage());
        checkHomePage("mobile_home_page", settings.mobileHomePage());
    }

    private static void checkHomePage(String field, String url) {
        if (!url.isEmpty()) {
            Input.requireUrl(field, url);
        }
    }

    static Edition edition(String text) {
        return switch (text) {
            case "FREE" -> Edition.FREE;
            case "PAID" -> Edition.PAID;
            default -> throw new BadField("edition", "must be FREE or PAID, not " + text);
        };
    }

    private ObjectNode describe(App app) {
        Organisation organisation = app.organisation();
        ObjectNode described = Json.tree(app.settings());
        described.remove("app_secret");
        return described
                .put("tenant_key", organisation.tenantKey())
                .put("edition", organisation.edition().name())
                .put("quota_used", quota.used(organisation))
                .put("version_id", app.versionId());
    }
}
