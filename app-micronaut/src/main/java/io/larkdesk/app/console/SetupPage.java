package io.larkdesk.app.console;

import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the provider is set up, for whoever has the link.
 *
 * @param viewer for whom and when
 * @param code what the link carries
 * @param publicUrl where this deployment is found, without a slash at the end
 * @param provider the provider's name, once its app is confirmed: then somebody is to sign in
 * @param entered what was entered, but never the secret
 * @param problem the end of the key of what is wrong, if something is
 * @param field in which field
 */
public record SetupPage(
        Viewer viewer,
        String code,
        String publicUrl,
        Optional<Provider> provider,
        Map<String, String> entered,
        Optional<String> problem,
        Optional<String> field) {

    /**
     * A provider whose app is confirmed.
     *
     * @param name what Lark calls it
     * @param login where somebody signs in, to become its administrator
     */
    public record Provider(String name, String login) {}

    /** Copies the map. */
    public SetupPage {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(publicUrl, "publicUrl");
        Objects.requireNonNull(provider, "provider");
        entered = Map.copyOf(entered);
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(field, "field");
    }

    /** What was entered in the field {@code name}. */
    public String entered(String name) {
        return entered.getOrDefault(name, "");
    }

    /** Whether what is wrong is in the field {@code name}. */
    public boolean isWrong(String name) {
        return field.filter(name::equals).isPresent();
    }

    /** The platforms on which an app can be. */
    public List<Brand> brands() {
        return List.of(Brand.values());
    }

    /** The editions of Lark. */
    public List<Edition> editions() {
        return List.of(Edition.PAID, Edition.FREE);
    }

    /** The five addresses that Lark has to know, and the home page among them, with the App ID to be put in. */
    public List<String> addresses() {
        String app = entered("app_id").isEmpty() ? "{appId}" : entered("app_id");
        return List.of(
                publicUrl + "/lark/" + app,
                publicUrl + "/lark/" + app + "/workbench",
                publicUrl + "/thirdparty/lark/" + app + "/login",
                publicUrl + "/thirdparty/lark/" + app + "/oauth2/callback",
                publicUrl + "/lark/" + app + "/person/inviteToGroup");
    }
}
