package io.larkdesk.sandbox.internal.platform;

import java.util.List;
import java.util.Optional;

/** A custom app of an organisation, as it is now. */
public record App(AppSettings settings, Organisation organisation, String versionId, String botOpenId) {

    public String id() {
        return settings.appId();
    }

    public String name() {
        return settings.appName().isEmpty() ? settings.appId() : settings.appName();
    }

    /** The version that waits to be approved, if there is one. */
    public Optional<String> waitingVersionId() {
        return settings.waitingVersion().isEmpty() ? Optional.empty() : Optional.of(versionId + "_waiting");
    }

    /** The scopes in force: those of the version that is online. */
    public List<String> grantedScopes() {
        return settings.published() ? settings.scopes() : List.of();
    }

    public boolean isGranted(String scope) {
        return grantedScopes().contains(scope);
    }

    public boolean hasBot() {
        return settings.bot() && settings.published();
    }

    public boolean isAvailableTo(String openId) {
        return settings.availableTo().isEmpty() || settings.availableTo().contains(openId);
    }

    /** Whether the URL is one of the app's redirect URLs; what follows {@code ?} or {@code #} does not count. */
    public boolean allowsRedirectTo(String url) {
        String bare = withoutQuery(url);
        return settings.redirectUrls().stream()
                .anyMatch(allowed -> withoutQuery(allowed).equals(bare));
    }

    private static String withoutQuery(String url) {
        int end = url.length();
        for (char stop : new char[] {'?', '#'}) {
            int at = url.indexOf(stop);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return url.substring(0, end);
    }
}
