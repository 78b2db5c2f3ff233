package io.larkdesk.testkit.memory;

import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.ObjectStore;
import io.larkdesk.core.attachment.ObjectStoreException;
import io.larkdesk.core.tenant.TenantId;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An object store in memory, which can be away. Thread-safe. */
public final class InMemoryObjectStore implements ObjectStore {

    private final Map<Key, byte[]> objects = new ConcurrentHashMap<>();
    private volatile boolean away;

    /** An empty one. */
    public InMemoryObjectStore() {}

    private record Key(TenantId tenant, UUID file, int place) {

        static Key of(AttachmentId id, int place) {
            return new Key(id.group().tenant(), id.value(), place);
        }
    }

    /** From now on no request is answered, though what is put arrives; or all are again. */
    public void setAway(boolean isAway) {
        away = isAway;
    }

    /** How many objects there are. */
    public int count() {
        return objects.size();
    }

    @Override
    public void put(AttachmentId id, int place, byte[] bytes) {
        objects.put(Key.of(id, place), bytes.clone());
        check();
    }

    @Override
    public byte[] get(AttachmentId id, int place) {
        check();
        return Optional.ofNullable(objects.get(Key.of(id, place)))
                .map(byte[]::clone)
                .orElseThrow(() -> new NoSuchElementException("there is no object " + place + " of " + id));
    }

    @Override
    public void delete(AttachmentId id, int place) {
        check();
        objects.remove(Key.of(id, place));
    }

    @Override
    public void check() {
        if (away) {
            throw new ObjectStoreException("away on purpose");
        }
    }
}
