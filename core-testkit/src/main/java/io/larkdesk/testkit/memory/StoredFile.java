package io.larkdesk.testkit.memory;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.attachment.Storage;
import io.larkdesk.core.attachment.Thumbnail;
import io.larkdesk.core.attachment.Upload;
import java.time.Instant;
import java.util.Optional;

/**
 * A file, and what becomes of it.
 *
 * @param pieces how many there are of it in the database
 * @param copiedOut whether objects of it may be in the object store, though it is in the database
 */
record StoredFile(
        Upload upload,
        State state,
        Optional<Attachment> attachment,
        Optional<Thumbnail> thumbnail,
        long reserved,
        int pieces,
        boolean copiedOut,
        Instant touchedAt) {

    enum State {
        UPLOADING,
        UPLOADED,
        BOUND,
        DISCARDED
    }

    AttachmentId id() {
        return upload.id();
    }

    StoredFile in(State next, Instant now) {
        return new StoredFile(upload, next, attachment, thumbnail, reserved, pieces, copiedOut, now);
    }

    StoredFile with(int number, Instant now) {
        return new StoredFile(upload, state, attachment, thumbnail, reserved, number, copiedOut, now);
    }

    StoredFile uploaded(Attachment file, Optional<Thumbnail> small) {
        return new StoredFile(
                upload, State.UPLOADED, Optional.of(file), small, file.size(), pieces, false, file.uploadedAt());
    }

    StoredFile copiedOut(Instant now) {
        return new StoredFile(upload, state, attachment, thumbnail, reserved, pieces, true, now);
    }

    /** The same file, with its pieces elsewhere. */
    StoredFile in(Storage storage) {
        return new StoredFile(
                upload(upload.id(), storage), state, attachment, thumbnail, reserved, pieces, false, touchedAt);
    }

    private Upload upload(AttachmentId id, Storage storage) {
        return new Upload(
                id, upload.uploader(), upload.name(), upload.reserved(), storage, upload.chunk(), upload.begunAt());
    }

    /** The same file, found in another group. */
    StoredFile movedTo(AttachmentId id) {
        return new StoredFile(
                upload(id, upload.storage()),
                state,
                attachment.map(file -> new Attachment(
                        id,
                        file.uploader(),
                        file.name(),
                        file.type(),
                        file.size(),
                        file.digest(),
                        file.picture(),
                        file.uploadedAt())),
                thumbnail,
                reserved,
                pieces,
                copiedOut,
                touchedAt);
    }

    boolean isOver(Instant silentSince, Instant unboundSince) {
        return switch (state) {
            case UPLOADING -> !touchedAt.isAfter(silentSince);
            case UPLOADED -> !touchedAt.isAfter(unboundSince);
            case BOUND -> false;
            case DISCARDED ->
                !touchedAt.isAfter(silentSince)
                        || (!copiedOut && (attachment.isPresent() || upload.storage() == Storage.DATABASE));
        };
    }

    boolean hasObjects() {
        return copiedOut || upload.storage() == Storage.OBJECT_STORE;
    }

    boolean isBoundIn(Storage storage) {
        return state == State.BOUND && upload.storage() == storage;
    }

    Attachments.Kept kept() {
        return new Attachments.Kept(attachment.orElseThrow(), state == State.BOUND, upload.storage(), upload.chunk());
    }

    int objects() {
        return Math.toIntExact((reserved + upload.chunk() - 1) / upload.chunk());
    }
}
