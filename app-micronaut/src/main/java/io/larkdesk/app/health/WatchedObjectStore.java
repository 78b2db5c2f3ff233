package io.larkdesk.app.health;

import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.ObjectStore;
import io.larkdesk.core.attachment.ObjectStoreException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands around an object store, and tells operators while it does not answer: as an impairment, and in the log when it begins and ends.
 * Thread-safe.
 */
public final class WatchedObjectStore implements ObjectStore {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedObjectStore.class);

    private final ObjectStore objects;
    private final AtomicBoolean away = new AtomicBoolean();

    /** Watches {@code objects}. */
    public WatchedObjectStore(ObjectStore objects, Impairments impairments) {
        this.objects = objects;
        impairments.watch("files", away::get);
    }

    @Override
    public void put(AttachmentId id, int place, byte[] bytes) {
        watch(() -> {
            objects.put(id, place, bytes);
            return id;
        });
    }

    /** One that is not there is an answer, too. */
    @Override
    public byte[] get(AttachmentId id, int place) {
        return watch(() -> objects.get(id, place));
    }

    @Override
    public void delete(AttachmentId id, int place) {
        watch(() -> {
            objects.delete(id, place);
            return id;
        });
    }

    @Override
    public void check() {
        watch(() -> {
            objects.check();
            return objects;
        });
    }

    private <T> T watch(Supplier<T> request) {
        try {
            T answer = request.get();
            if (away.getAndSet(false)) {
                LOG.info("The object store answers again");
            }
            return answer;
        } catch (ObjectStoreException e) {
            if (!away.getAndSet(true)) {
                LOG.warn("The object store cannot be used; files in it cannot be stored or read: {}", e.getMessage());
            }
            throw e;
        }
    }
}
