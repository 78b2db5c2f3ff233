package io.larkdesk.app.wiring;

import com.google.crypto.tink.Aead;
import io.larkdesk.app.config.SettingException;
import io.larkdesk.app.config.Settings;
import io.larkdesk.app.secrets.MasterKeys;
import io.larkdesk.app.secrets.TinkSecrets;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Tenants;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;

/** The keys, and what they seal. */
@Factory
final class SecretsFactory {

    @Singleton
    MasterKeys masterKeys(Settings settings, Tenants tenants) {
        Path file = settings.masterKeyFile();
        if (!Files.exists(file)) {
            if (!tenants.list().isEmpty()) {
                throw new SettingException(
                        Settings.MASTER_KEY_FILE,
                        file + " does not exist, but the database has secrets that it seals; bring the file back");
            }
            MasterKeys.create(file);
        }
        return MasterKeys.read(file);
    }

    @Singleton
    Secrets secrets(MasterKeys keys) {
        return new TinkSecrets(keys.aead());
    }

    /** Seals what browsers keep for us. */
    @Singleton
    @Named("cookies")
    Aead cookies(MasterKeys keys) {
        return keys.aead();
    }
}
