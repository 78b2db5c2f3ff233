package io.larkdesk.app.command;

import io.larkdesk.app.bootstrap.ApplyBootstrapFile;
import io.larkdesk.app.config.Settings;
import io.larkdesk.app.secrets.MasterKeys;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all that is read at a start, without touching the database. What is wrong ends the program with a line that says so. */
@Singleton
final class CheckConfig {

    private static final Logger LOG = LoggerFactory.getLogger(CheckConfig.class);

    private final Settings settings;

    CheckConfig(Settings settings) {
        this.settings = settings;
    }

    boolean execute() {
        ApplyBootstrapFile.check(settings);
        boolean hasKeys = Files.exists(settings.masterKeyFile());
        if (hasKeys) {
            MasterKeys.read(settings.masterKeyFile());
        }
        LOG.info(
                "The settings are right; the keys in {} {}",
                settings.masterKeyFile(),
                hasKeys ? "can be read" : "are made at the first start");
        return true;
    }
}
