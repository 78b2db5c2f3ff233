package io.larkdesk.sandbox.internal.pages;

import io.larkdesk.sandbox.internal.http.Params;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Follows a link as the Lark client does: an AppLink of a web app leads to the page that it names within the app. Other
 * http and https links stay as they are, and what is neither leads nowhere.
 */
final class AppLinks {

    private static final String WEB_APP = "/client/web_app/open";
    private static final String ANY_URL = "/client/web_url/open";

    private final Platform platform;

    AppLinks(Platform platform) {
        this.platform = platform;
    }

    Optional<String> follow(String link) {
        Optional<URI> uri = http(link);
        if (uri.isEmpty() || !uri.get().getHost().startsWith("applink.")) {
            return uri.map(URI::toString);
        }
        String query = uri.get().getRawQuery();
        Params params = query == null ? Params.NONE : Params.parse(query);
        return switch (uri.get().getPath()) {
            case WEB_APP -> webApp(params);
            case ANY_URL -> http(params.text("url")).map(URI::toString);
            default -> Optional.of(link);
        };
    }

    private Optional<String> webApp(Params params) {
        Optional<URI> target = params.find("lk_target_url").flatMap(AppLinks::http);
        if (target.isPresent()) {
            return target.map(URI::toString);
        }
        return platform.app(params.text("appId"))
                .flatMap(app -> http(app.settings().homePage()))
                .map(home -> params.find("path").map(path -> home.resolve(path)).orElse(home))
                .map(URI::toString);
    }

    private static Optional<URI> http(String link) {
        try {
            URI uri = new URI(link);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
