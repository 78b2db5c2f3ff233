package io.larkdesk.testkit;

import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Binds a secret to its tenant, as it must be, but encrypts nothing. For tests only. Thread-safe. */
public final class PlainSecrets implements Secrets {

    @Override
    public SealedSecret seal(TenantId tenant, AppSecret secret) {
        byte[] bytes = (tenant + " " + secret.reveal()).getBytes(StandardCharsets.UTF_8);
        return new SealedSecret(Base64.getEncoder().encodeToString(bytes));
    }

    @Override
    public AppSecret open(TenantId tenant, SealedSecret secret) {
        String text = new String(Base64.getDecoder().decode(secret.text()), StandardCharsets.UTF_8);
        String prefix = tenant + " ";
        if (!text.startsWith(prefix)) {
            throw new IllegalArgumentException("sealed for another tenant");
        }
        return AppSecret.of(text.substring(prefix.length()));
    }

    /** There are no keys, so none is old. */
    @Override
    public KeyAge age(SealedSecret secret) {
        return KeyAge.CURRENT;
    }
}
