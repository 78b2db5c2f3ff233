package io.larkdesk.core.webhook;

import io.larkdesk.core.shared.HiddenText;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.tenant.AppSecret;
import java.util.Base64;

/** By which an endpoint sees that we speak: {@value #PREFIX} and 256 random bits in Base64, as the Standard Webhooks have it. */
public final class SigningSecret extends HiddenText {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    private SigningSecret(String value) {
        super(value);
    }

    static SigningSecret issue(Randomness randomness) {
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(randomness.bytes(BYTES)));
    }

    static SigningSecret opened(AppSecret secret) {
        return new SigningSecret(secret.reveal());
    }

    /** As it is sealed. */
    AppSecret toSeal() {
        return AppSecret.of(reveal());
    }

    /** The bits, for signing. */
    public byte[] key() {
        return Base64.getDecoder().decode(reveal().substring(PREFIX.length()));
    }
}
