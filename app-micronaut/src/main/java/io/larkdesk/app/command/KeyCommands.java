package io.larkdesk.app.command;

import io.larkdesk.app.config.SettingException;
import io.larkdesk.app.config.Settings;
import io.larkdesk.app.secrets.MasterKeys;
import io.larkdesk.core.sealing.SealAnew;
import io.larkdesk.core.sealing.SealAnew.Found;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes the file of the keys. Nodes that run use it a few seconds later. */
@Singleton
final class KeyCommands {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCommands.class);

    /** So long a node may take to notice that another key seals, several times over. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final Settings settings;
    private final Provider<SealAnew> sealAnew;
    private final Provider<MasterKeys> keysInUse;

    /** Takes what needs the database only when it is used. */
    KeyCommands(Settings settings, Provider<SealAnew> sealAnew, Provider<MasterKeys> keysInUse) {
        this.settings = settings;
        this.sealAnew = sealAnew;
        this.keysInUse = keysInUse;
    }

    /** A file that is there stays: what it seals opens with nothing else. */
    boolean make() {
        MasterKeys.create(settings.masterKeyFile());
        MasterKeys keys = MasterKeys.read(settings.masterKeyFile());
        LOG.info("Key {} seals, in {}; give the file to all nodes, and to nobody else", keys.sealing(), keys.path());
        return true;
    }

    boolean add() {
        MasterKeys keys = MasterKeys.read(settings.masterKeyFile());
        LOG.info(
                "Added key {} to {}, which opens but does not seal. When all nodes have the file: use-key",
                keys.addKey(),
                keys.path());
        return true;
    }

    boolean use() {
        MasterKeys keys = MasterKeys.read(settings.masterKeyFile());
        LOG.info(
                "Key {} in {} seals from now on. Nodes seal anew what older keys sealed, and say when these can be taken away",
                keys.useKey(),
                keys.path());
        return true;
    }

    /** Refused while anything is sealed by an older key, or could be in a moment. */
    boolean remove() {
        MasterKeys keys = keysInUse.get();
        if (keys.changedAt().isAfter(Instant.now().minus(SETTLED))) {
            throw refused("was changed less than a minute ago; a node may seal with an older key still");
        }
        List<String> old = keys.old();
        Found found = sealAnew.get().execute();
        if (found.left() > 0 || found.unknown() > 0) {
            throw refused(found.left() + " secrets are sealed with older keys still, and " + found.unknown()
                    + " with keys that are not there");
        }
        keys.removeOldKeys();
        LOG.info("Took {} keys out of {}; key {} is left", old.size(), keys.path(), keys.sealing());
        return true;
    }

    private static SettingException refused(String why) {
        return new SettingException(Settings.MASTER_KEY_FILE, why);
    }
}
