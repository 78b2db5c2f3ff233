package io.larkdesk.sandbox.internal.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.json.Json;
import java.util.List;

/**
 * An app as its developer set it up; the names are those of {@code POST /sandbox/apps} in snake case.
 *
 * @param availableTo open_ids that may use the app; empty for everyone in the organisation
 * @param oauthCode whether the token answer's {@code code} is a {@code number} or a {@code string}
 * @param published whether a version is online; without one, neither bot nor scopes are in force
 */
public record AppSettings(
        String appId,
        String appSecret,
        String organisation,
        Brand brand,
        String appName,
        List<String> scopes,
        boolean bot,
        List<String> redirectUrls,
        String homePage,
        List<String> availableTo,
        boolean enabled,
        boolean published,
        boolean rateLimits,
        List<String> allowedIps,
        List<String> h5TrustedDomains,
        OauthCode oauthCode) {

    /** How the number of an OAuth answer is written: Lark's page says text, its servers send a number. */
    public enum OauthCode {
        @com.fasterxml.jackson.annotation.JsonProperty("number")
        NUMBER,
        @com.fasterxml.jackson.annotation.JsonProperty("string")
        STRING
    }

    public AppSettings {
        scopes = List.copyOf(scopes);
        redirectUrls = List.copyOf(redirectUrls);
        availableTo = List.copyOf(availableTo);
        allowedIps = List.copyOf(allowedIps);
        h5TrustedDomains = List.copyOf(h5TrustedDomains);
    }

    /** What holds for a new app where its description is silent. */
    public static ObjectNode defaults() {
        ObjectNode defaults = Json.object();
        defaults.put("brand", "lark");
        defaults.put("app_name", "");
        defaults.set(
                "scopes",
                Json.array(List.of(
                        "application:application:self_manage",
                        "cardkit:card:write",
                        "im:message:send_as_bot",
                        "tenant:tenant:readonly")));
        defaults.put("bot", true);
        defaults.putArray("redirect_urls");
        defaults.put("home_page", "");
        defaults.putArray("available_to");
        defaults.put("enabled", true);
        defaults.put("published", true);
        defaults.put("rate_limits", true);
        defaults.putArray("allowed_ips");
        defaults.putArray("h5_trusted_domains");
        defaults.put("oauth_code", "number");
        return defaults;
    }
}
