package io.larkdesk.core.onboarding;

import io.larkdesk.core.tenant.AppId;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The addresses that are to be entered in Lark's console for an app, character by character.
 *
 * @param desk where the desk is
 * @param app the app's App ID
 */
public record AppAddresses(DeskAddress desk, AppId app) {

    /** Refuses null. */
    public AppAddresses {
        Objects.requireNonNull(desk, "desk");
        Objects.requireNonNull(app, "app");
    }

    /** The home page of the web app, on the desktop and on phones. */
    public URI homePage() {
        return at("/lark/" + app + "/workbench");
    }

    /** The redirect URLs, in the order in which customers are told of them. */
    public List<URI> redirectUrls() {
        return Stream.of(
                        "/lark/" + app,
                        "/lark/" + app + "/workbench",
                        "/thirdparty/lark/" + app + "/login",
                        "/thirdparty/lark/" + app + "/oauth2/callback",
                        "/lark/" + app + "/person/inviteToGroup")
                .map(this::at)
                .toList();
    }

    /** The H5 trusted domain. */
    public URI trustedDomain() {
        return desk.uri();
    }

    private URI at(String path) {
        return URI.create(desk + path);
    }
}
