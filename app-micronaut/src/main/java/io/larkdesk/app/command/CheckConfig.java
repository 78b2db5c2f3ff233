package io.larkdesk.app.command;

import io.larkdesk.app.bootstrap.ApplyBootstrapFile;
import io.larkdesk.app.config.ObjectStoreSettings;
import io.larkdesk.app.config.SettingException;
import io.larkdesk.app.config.Settings;
import io.larkdesk.app.secrets.MasterKeys;
import io.larkdesk.core.attachment.ObjectStore;
import io.larkdesk.core.attachment.ObjectStoreException;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all that is read at a start, and asks the object store, if there is one, without touching the database. What is wrong ends the program with a line that says so. */
@Singleton
final class CheckConfig {

    private static final Logger LOG = LoggerFactory.getLogger(CheckConfig.class);

    private final Settings settings;
    private final ObjectStore objects;

    CheckConfig(Settings settings, ObjectStore objects) {
        this.settings = settings;
        this.objects = objects;
    }

    boolean execute() {
        ApplyBootstrapFile.check(settings);
        boolean hasKeys = Files.exists(settings.masterKeyFile());
        if (hasKeys) {
            MasterKeys.read(settings.masterKeyFile());
        }
        settings.objectStore().ifPresent(this::check);
        LOG.info(
                "The settings are right; the keys in {} {}",
                settings.masterKeyFile(),
                hasKeys ? "can be read" : "are made at the first start");
        return true;
    }

    private void check(ObjectStoreSettings which) {
        try {
            objects.check();
        } catch (ObjectStoreException e) {
            throw new SettingException(ObjectStoreSettings.ENDPOINT, which + " cannot be used: " + e.getMessage(), e);
        }
    }
}
