package io.larkdesk.core.onboarding;

import java.net.URI;
import java.util.Objects;

/**
 * Where browsers find the desk.
 *
 * @param uri scheme and host, perhaps a port; a slash at the end is taken off
 */
public record DeskAddress(URI uri) {

    /** Refuses what is not such an address. */
    public DeskAddress {
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        String path = Objects.requireNonNullElse(uri.getRawPath(), "");
        if (!web || uri.getHost() == null || !(path.isEmpty() || path.equals("/")) || uri.getRawQuery() != null) {
            throw new IllegalArgumentException("uri is not scheme and host: " + uri);
        }
        uri = URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    @Override
    public String toString() {
        return Objects.requireNonNull(uri.toString());
    }
}
