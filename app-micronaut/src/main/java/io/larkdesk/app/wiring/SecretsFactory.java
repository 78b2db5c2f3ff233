package io.larkdesk.app.wiring;

import com.google.crypto.tink.Aead;
import io.larkdesk.app.config.Settings;
import io.larkdesk.app.secrets.MasterKeys;
import io.larkdesk.app.secrets.TinkSecrets;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Tenants;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** The keys, and what they seal. */
@Factory
final class SecretsFactory {

    @Singleton
    MasterKeys masterKeys(Settings settings, Tenants tenants) {
        return MasterKeys.open(settings.masterKeyFile(), () -> !tenants.list().isEmpty());
    }

    @Singleton
    Secrets secrets(MasterKeys keys) {
        return new TinkSecrets(keys);
    }

    /** Seals what browsers keep for us. */
    @Singleton
    @Named("cookies")
    Aead cookies(MasterKeys keys) {
        return keys.aead();
    }
}
