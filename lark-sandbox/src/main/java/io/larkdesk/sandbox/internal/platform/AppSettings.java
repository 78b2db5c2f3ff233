package io.larkdesk.sandbox.internal.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.json.Json;
import java.util.List;

/**
 * An app as its developer set it up; the names are those of {@code POST /sandbox/apps} in snake case.
 *
 * @param pendingScopes asked for, but not granted by the organisation
 * @param mobileHomePage the web app's home page on phones; empty if it is the same
 * @param waitingVersion the number of a version that waits to be approved; empty if none does
 * @param availableTo open_ids that may use the app; empty for everyone in the organisation
 * @param oauthCode whether the token answer's {@code code} is a {@code number} or a {@code string}
 * @param rateLimits whether the published frequency limits are kept; a load test switches them off
 * @param allowedIps from where calls may come; empty for everywhere
 * @param h5TrustedDomains shown in the app's settings when there are any
 * @param published whether a version is online; without one, neither bot nor scopes are in force
 */
public record AppSettings(
        String appId,
        String appSecret,
        String organisation,
        Brand brand,
        String appName,
        List<String> scopes,
        List<String> pendingScopes,
        boolean bot,
        List<String> redirectUrls,
        String homePage,
        String mobileHomePage,
        String waitingVersion,
        List<String> availableTo,
        boolean enabled,
        boolean published,
        boolean rateLimits,
        List<String> allowedIps,
        List<String> h5TrustedDomains,
        OauthCode oauthCode) {

    /** How the number of an OAuth answer is written: Lark's page says text, its servers send a number. */
    public enum OauthCode {
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("string")
        STRING
    }

    public AppSettings {
        scopes = List.copyOf(scopes);
        pendingScopes = List.copyOf(pendingScopes);
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
        defaults.putArray("pending_scopes");
        defaults.put("bot", true);
        defaults.putArray("redirect_urls");
        defaults.put("home_page", "");
        defaults.put("mobile_home_page", "");
        defaults.put("waiting_version", "");
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
