package io.larkdesk.app.tidying;

import io.larkdesk.app.config.Settings;
import io.larkdesk.core.attachment.ObjectStore;
import io.larkdesk.core.attachment.ObjectStoreException;
import io.larkdesk.core.attachment.RelocateFiles;
import io.larkdesk.core.attachment.Storage;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/**
 * Asks the object store now and then, if files go there or are there, so that operators know before anybody sends or opens a file that it is
 * away, or back, or that its settings were taken away too early.
 */
@Singleton
final class ObjectStoreRounds {

    private final ObjectStore objects;
    private final RelocateFiles relocateFiles;
    private final boolean isSetUp;
    private volatile boolean isNeeded = true;

    ObjectStoreRounds(ObjectStore objects, RelocateFiles relocateFiles, Settings settings) {
        this.objects = objects;
        this.relocateFiles = relocateFiles;
        this.isSetUp = settings.objectStore().isPresent();
    }

    @Scheduled(fixedDelay = "20s", initialDelay = "1s")
    void look() {
        // Where none is set up no file comes into it, so once none is there, none ever will be
        isNeeded = isNeeded && (isSetUp || !relocateFiles.isDone(Storage.DATABASE));
        if (isNeeded) {
            try {
                objects.check();
            } catch (ObjectStoreException ignored) {
                // It is watched, and that is told
            }
        }
    }
}
