package io.larkdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ApplicationTest {

    private static final String ME = "/application/v6/applications/me";

    private final Sandbox sandbox = Sandbox.withApp();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode me() {
        return sandbox.call("GET", ME + "?lang=en_us", "").data().path("app");
    }

    @Test
    void appReadsItsOwnSettings() {
        JsonNode app = me();
        assertThat(app.path("app_id").asText()).isEqualTo(sandbox.app);
        assertThat(app.path("status").asInt()).isEqualTo(1);
        assertThat(app.path("scene_type").asInt()).isZero();
        assertThat(app.path("online_version_id").asText()).startsWith("oav_");
        assertThat(app.path("redirect_urls").get(0).asText()).isEqualTo(Sandbox.CALLBACK);
        assertThat(app.path("scopes")).hasSize(4);
        assertThat(app.path("scopes").get(0).path("level").isInt()).isTrue();
        assertThat(app.has("security")).isFalse();
        assertThat(sandbox.call("GET", "/application/v6/applications/" + sandbox.app + "?lang=ja_jp", "")
                        .code())
                .isZero();
        sandbox.app(settings -> settings.putArray("h5_trusted_domains").add("https://desk.example"));
        assertThat(me().path("security").path("h5_trusted_domains").get(0).asText())
                .isEqualTo("https://desk.example");
    }

    @Test
    void otherAppsAndMissingLanguageAreRefused() {
        sandbox.app("cli_sister", settings -> {});
        sandbox.app("cli_stranger", settings -> settings.put("organisation", "Other"));
        assertThat(sandbox.call("GET", ME, "").code()).isEqualTo(99992402);
        assertThat(of("cli_sister")).isEqualTo(210508);
        assertThat(of("cli_stranger")).isEqualTo(210504);
        assertThat(of("cli_none")).isEqualTo(210506);
        assertThat(of("nonsense")).isEqualTo(210503);
    }

    private int of(String appId) {
        return sandbox.call("GET", "/application/v6/applications/" + appId + "?lang=en_us", "")
                .code();
    }

    @Test
    void versionTellsFeaturesHomePageAndAvailability() {
        sandbox.app(settings -> settings.put("home_page", "https://desk.example/lark/x/workbench")
                .putArray("available_to")
                .add("ou_ann"));
        JsonNode version = version();
        assertThat(version.path("status").asInt()).isEqualTo(1);
        assertThat(version.path("ability").path("web_app").path("pc_url").asText())
                .isEqualTo("https://desk.example/lark/x/workbench");
        assertThat(version.path("ability").has("bot")).isTrue();
        JsonNode visibility = version.path("remark").path("visibility");
        assertThat(visibility.path("is_all").asBoolean()).isFalse();
        assertThat(visibility.path("visible_list").path("open_ids").get(0).asText())
                .isEqualTo("ou_ann");

        sandbox.app(settings -> settings.put("bot", false).put("home_page", "").put("available_to", "all"));
        JsonNode bare = version();
        assertThat(bare.path("ability")).isEmpty();
        assertThat(bare.path("remark").path("visibility").path("is_all").asBoolean())
                .isTrue();
        assertThat(sandbox.call("GET", ME + "/app_versions/oav_none?lang=en_us", "")
                        .code())
                .isEqualTo(210503);
    }

    @Test
    void aVersionMayWaitAndPhonesMayHaveAHomePageOfTheirOwn() {
        assertThat(me().path("unaudit_version_id").asText()).isEmpty();
        sandbox.app(settings -> settings.put("waiting_version", "1.0.1")
                .put("home_page", "https://desk.example/lark/x/workbench")
                .put("mobile_home_page", "https://desk.example/m"));

        JsonNode waiting = sandbox.call(
                        "GET",
                        ME + "/app_versions/" + me().path("unaudit_version_id").asText() + "?lang=en_us",
                        "")
                .data()
                .path("app_version");
        assertThat(waiting.path("version").asText()).isEqualTo("1.0.1");
        assertThat(waiting.path("status").asInt()).isEqualTo(3);
        JsonNode pages = version().path("ability").path("web_app");
        assertThat(version().path("version").asText()).isEqualTo("1.0.0");
        assertThat(pages.path("pc_url").asText()).isEqualTo("https://desk.example/lark/x/workbench");
        assertThat(pages.path("mobile_url").asText()).isEqualTo("https://desk.example/m");
    }

    private JsonNode version() {
        String id = me().path("online_version_id").asText();
        return sandbox.call("GET", ME + "/app_versions/" + id + "?lang=en_us", "")
                .data()
                .path("app_version");
    }

    @Test
    void disabledAndUnpublishedShowInTheStatus() {
        sandbox.app(settings -> settings.putArray("scopes").add("application:application:self_manage"));
        assertThat(me().path("status").asInt()).isEqualTo(1);
        sandbox.app(settings -> settings.put("published", false));
        assertThat(sandbox.call("GET", "/application/v6/scopes", "").code()).isEqualTo(212100);
    }

    @Test
    void scopesAreListedAndAppliedForOnce() {
        assertThat(sandbox.call("POST", "/application/v6/scopes/apply", "").code())
                .isEqualTo(212002);
        sandbox.app(settings -> settings.putArray("pending_scopes").add("im:message.urgent"));
        JsonNode scopes =
                sandbox.call("GET", "/application/v6/scopes", "").data().path("scopes");
        assertThat(scopes).hasSize(5);
        assertThat(scopes.get(0).path("grant_status").asInt()).isEqualTo(1);
        assertThat(scopes.get(4).path("scope_name").asText()).isEqualTo("im:message.urgent");
        assertThat(scopes.get(4).path("grant_status").asInt()).isEqualTo(2);
        assertThat(sandbox.call("POST", "/application/v6/scopes/apply", "").code())
                .isZero();
        assertThat(sandbox.call("POST", "/application/v6/scopes/apply", "").code())
                .isEqualTo(212004);
    }

    @Test
    void botIsShownWhileItIsOn() {
        JsonNode bot = sandbox.call("GET", "/bot/v3/info", "").json().path("bot");
        assertThat(bot.path("activate_status").asInt()).isEqualTo(2);
        assertThat(bot.path("open_id").asText()).startsWith("ou_");
        sandbox.app(settings -> settings.put("bot", false));
        assertThat(sandbox.call("GET", "/bot/v3/info", "").code()).isEqualTo(11205);
    }

    @Test
    void organisationShowsItsDomainWithTheScopeOnly() {
        JsonNode tenant =
                sandbox.call("GET", "/tenant/v2/tenant/query", "").data().path("tenant");
        assertThat(tenant.path("tenant_key").asText()).matches("[0-9a-f]{16}");
        assertThat(tenant.path("display_id").asText()).matches("F\\d{11}");
        assertThat(tenant.has("domain")).isFalse();
        sandbox.app(settings ->
                settings.putArray("scopes").add("tenant:tenant:readonly").add("tenant:tenant.domain:read"));
        assertThat(sandbox.call("GET", "/tenant/v2/tenant/query", "")
                        .data()
                        .path("tenant")
                        .has("domain"))
                .isTrue();
    }
}
