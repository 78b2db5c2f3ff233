package io.larkdesk.app.console;

import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.onboarding.AppAddresses;
import io.larkdesk.core.onboarding.DeskAddress;
import io.larkdesk.core.tenant.AppId;
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
 * @param desk where this deployment is found
 * @param provider the provider's name, once its app is confirmed: then somebody is to sign in
 * @param entered what was entered, but never the secret
 * @param problem the end of the key of what is wrong, if something is
 * @param field in which field
 */
public record SetupPage(
        Viewer viewer,
        String code,
        DeskAddress desk,
        Optional<Provider> provider,
        Map<String, String> entered,
        Optional<String> problem,
        Optional<String> field) {

    private static final AppId TO_BE_PUT_IN = new AppId("appId");

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
        Objects.requireNonNull(desk, "desk");
        Objects.requireNonNull(provider, "provider");
        entered = Map.copyOf(entered);
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(field, "field");
    }

    /** The fields, with what was entered; most providers have a paid edition. */
    public AppFields fields() {
        return new AppFields(entered, field, List.of(Edition.PAID, Edition.FREE));
    }

    /** The five addresses that Lark has to know, and the home page among them; until the App ID is known, with the place for it. */
    public List<String> addresses() {
        AppId app = AppId.parse(fields().value("app_id")).orElse(TO_BE_PUT_IN);
        return new AppAddresses(desk, app)
                .redirectUrls().stream()
                        .map(url -> url.toString().replace("/" + TO_BE_PUT_IN, "/{appId}"))
                        .toList();
    }
}
