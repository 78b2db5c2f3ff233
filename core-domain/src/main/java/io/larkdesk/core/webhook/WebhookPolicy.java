package io.larkdesk.core.webhook;

/**
 * Which addresses endpoints may have.
 *
 * @param allowsPrivate whether they may be within the operator's own network, and by plain http; for tests and demonstrations
 */
public record WebhookPolicy(boolean allowsPrivate) {

    /** Public addresses by https alone. */
    public static final WebhookPolicy DEFAULT = new WebhookPolicy(false);

    /** Whether {@code url} can be an endpoint's, as far as its text tells. */
    boolean allows(EndpointUrl url) {
        return allowsPrivate || url.isSecure();
    }
}
