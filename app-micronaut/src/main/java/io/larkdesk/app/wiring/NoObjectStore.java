package io.larkdesk.app.wiring;

import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.ObjectStore;
import io.larkdesk.core.attachment.ObjectStoreException;

/** What there is where no object store is set up: whatever is asked of it fails. */
final class NoObjectStore implements ObjectStore {

    private static ObjectStoreException none() {
        return new ObjectStoreException("no object store is set up");
    }

    @Override
    public void put(AttachmentId id, int place, byte[] bytes) {
        throw none();
    }

    @Override
    public byte[] get(AttachmentId id, int place) {
        throw none();
    }

    @Override
    public void delete(AttachmentId id, int place) {
        throw none();
    }

    @Override
    public void check() {
        throw none();
    }
}
