package io.larkdesk.app.tidying;

import io.larkdesk.app.config.Settings;
import io.larkdesk.core.attachment.ObjectStore;
import io.larkdesk.core.attachment.ObjectStoreException;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Asks the object store now and then, if there is one, so that operators know that it is away, or back, before anybody sends a file. */
@Singleton
final class ObjectStoreRounds {

    private final ObjectStore objects;
    private final boolean isSetUp;

    ObjectStoreRounds(ObjectStore objects, Settings settings) {
        this.objects = objects;
        this.isSetUp = settings.objectStore().isPresent();
    }

    @Scheduled(fixedDelay = "20s", initialDelay = "1s")
    void look() {
        if (isSetUp) {
            try {
                objects.check();
            } catch (ObjectStoreException ignored) {
                // It is watched, and that is told
            }
        }
    }
}
