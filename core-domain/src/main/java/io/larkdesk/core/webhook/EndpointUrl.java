package io.larkdesk.core.webhook;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where an endpoint is. Whether its host may be asked is decided when it is.
 *
 * @param value absolute, by http or https, with a host, without a user or a fragment; at most 500 characters
 */
public record EndpointUrl(URI value) {

    private static final int LONGEST = 500;

    /** Refuses what is no such address. */
    public EndpointUrl {
        if (!isPossible(value)) {
            throw new IllegalArgumentException("value is no endpoint's address");
        }
    }

    /** The address in {@code text}, or nothing. */
    public static Optional<EndpointUrl> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(text.strip());
            return isPossible(uri) ? Optional.of(new EndpointUrl(uri)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether what is sent there is read by nobody on the way. */
    public boolean isSecure() {
        return scheme(value).equals("https");
    }

    private static boolean isPossible(URI uri) {
        return (scheme(uri).equals("https") || scheme(uri).equals("http"))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && uri.toString().length() <= LONGEST;
    }

    private static String scheme(URI uri) {
        return Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
