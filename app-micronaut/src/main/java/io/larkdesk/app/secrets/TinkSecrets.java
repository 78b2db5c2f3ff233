package io.larkdesk.app.secrets;

import com.google.crypto.tink.Aead;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Seals App Secrets with an AEAD whose associated data is the tenant. */
public final class TinkSecrets implements Secrets {

    private final MasterKeys keys;
    private final Aead aead;

    /** Takes what encrypts. */
    public TinkSecrets(MasterKeys keys) {
        this.keys = keys;
        this.aead = keys.aead();
    }

    @Override
    public SealedSecret seal(TenantId tenant, AppSecret secret) {
        try {
            byte[] sealed = aead.encrypt(secret.reveal().getBytes(StandardCharsets.UTF_8), boundTo(tenant));
            return new SealedSecret(Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be sealed", e);
        }
    }

    @Override
    public AppSecret open(TenantId tenant, SealedSecret secret) {
        try {
            byte[] opened = aead.decrypt(Base64.getDecoder().decode(secret.text()), boundTo(tenant));
            return AppSecret.of(new String(opened, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the secret was sealed for another tenant, with a key that is gone, or was changed", e);
        }
    }

    @Override
    public KeyAge age(SealedSecret secret) {
        return keys.age(Base64.getDecoder().decode(secret.text()));
    }

    private static byte[] boundTo(TenantId tenant) {
        return ("tenant:" + tenant).getBytes(StandardCharsets.UTF_8);
    }
}
