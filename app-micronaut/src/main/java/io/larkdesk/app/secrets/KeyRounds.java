package io.larkdesk.app.secrets;

import io.larkdesk.core.sealing.SealAnew;
import io.larkdesk.core.sealing.SealAnew.Found;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the file of the keys, on every node: uses it a few seconds after it has changed, has what older keys sealed sealed anew, and says when
 * these can be taken away, or that a key is missing here.
 */
@Singleton
public final class KeyRounds {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRounds.class);

    private final MasterKeys keys;
    private final SealAnew sealAnew;
    private volatile Found found = new Found(0, 0, 0, 0);
    private List<String> told = List.of();

    KeyRounds(MasterKeys keys, SealAnew sealAnew) {
        this.keys = keys;
        this.sealAnew = sealAnew;
    }

    @Scheduled(fixedDelay = "3s", initialDelay = "3s")
    void refresh() {
        if (keys.refresh()) {
            LOG.info("The keys in {} have changed: key {} seals from now on", keys.path(), keys.sealing());
            lookAgain();
        }
    }

    /** Also without a change: a node that had the old file may have sealed something, and a file that lacked keys may be whole. */
    @Scheduled(fixedDelay = "20s", initialDelay = "20s")
    void lookAgain() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("What is sealed could not be looked through; the next try is in 20 seconds", e);
        }
    }

    /** Looks through all that is sealed, and seals anew what older keys sealed. */
    public synchronized void look() {
        keys.refresh();
        Found before = found;
        Found now = sealAnew.execute();
        found = now;
        if (now.renewed() > 0) {
            LOG.info("{} secrets were sealed anew, with key {}", now.renewed(), keys.sealing());
        }
        if (now.unknown() > 0 && now.unknown() != before.unknown()) {
            LOG.error(
                    "{} secrets are sealed with keys that are not in {}: this node is not ready until they are",
                    now.unknown(),
                    keys.path());
        }
        tellRemovable(now);
    }

    private void tellRemovable(Found now) {
        List<String> old = keys.old();
        boolean removable = now.left() == 0 && now.unknown() == 0;
        if (removable && !old.isEmpty() && !old.equals(told)) {
            LOG.info(
                    "Nothing is sealed any more with the keys {}; remove-keys takes them out of {}",
                    String.join(", ", old),
                    keys.path());
        }
        told = removable ? old : List.of();
    }

    /** What was found the last time. */
    public Found found() {
        return found;
    }
}
