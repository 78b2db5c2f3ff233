package io.larkdesk.core.onboarding;

import io.larkdesk.core.tenant.AppId;
import java.net.URI;
import java.util.List;

/**
 * What Lark has to know of this deployment about one app, as the customers' guide lists it.
 *
 * @param homePage of the web app, on desktops and on mobile devices
 * @param redirectUrls where Lark may send browsers back to, and what it may open
 * @param trustedDomain whose pages may run as the web app
 */
public record AppAddresses(URI homePage, List<URI> redirectUrls, URI trustedDomain) {

    /** The permissions that the app needs, by Lark's names. */
    public static final List<String> SCOPES = List.of(
            "application:application:self_manage",
            "cardkit:card:write",
            "im:message:send_as_bot",
            "tenant:tenant:readonly");

    /** The same as Lark's batch import takes them. */
    public static final String SCOPES_JSON = """
            {
              "scopes": {
                "tenant": [
                  "application:application:self_manage",
                  "cardkit:card:write",
                  "im:message:send_as_bot",
                  "tenant:tenant:readonly"
                ],
                "user": []
              }
            }
            """;

    /** Copies the list. */
    public AppAddresses {
        redirectUrls = List.copyOf(redirectUrls);
    }

    /** Those of {@code app} where this deployment is found at {@code publicUrl}, which has no path. */
    public static AppAddresses of(URI publicUrl, AppId app) {
        URI homePage = publicUrl.resolve("/lark/" + app + "/workbench");
        return new AppAddresses(
                homePage,
                List.of(
                        publicUrl.resolve("/lark/" + app),
                        homePage,
                        publicUrl.resolve("/thirdparty/lark/" + app + "/login"),
                        publicUrl.resolve("/thirdparty/lark/" + app + "/oauth2/callback"),
                        publicUrl.resolve("/lark/" + app + "/person/inviteToGroup")),
                publicUrl);
    }
}
