package io.larkdesk.core.attachment;

/** What there is where no object store is set up. */
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
