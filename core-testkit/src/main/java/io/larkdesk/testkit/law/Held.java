package io.larkdesk.testkit.law;

import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.Storage;
import io.larkdesk.core.conversation.MessageId;
import java.time.Instant;
import java.util.Optional;

/** A file that was uploaded in a history, and what became of it. */
final class Held {

    private final AttachmentId id;
    private final Who who;
    private final Where where;
    private final byte[] bytes;
    private final Instant at;
    private Optional<MessageId> message = Optional.empty();
    private Storage storage;
    private boolean leftObjects;
    private boolean mayBeCopied;
    private boolean gone;

    Held(AttachmentId id, Who who, Where where, byte[] bytes, Instant at, Storage storage) {
        this.id = id;
        this.who = who;
        this.where = where;
        this.bytes = bytes.clone();
        this.at = at;
        this.storage = storage;
    }

    AttachmentId id() {
        return id;
    }

    Who who() {
        return who;
    }

    Where where() {
        return where;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    Instant at() {
        return at;
    }

    /** The message that it was sent with. */
    Optional<MessageId> message() {
        return message;
    }

    void sentWith(MessageId sent) {
        message = Optional.of(sent);
    }

    Storage storage() {
        return storage;
    }

    /** Out of the object store it is copied only. */
    void relocate(Storage to) {
        leftObjects = to == Storage.DATABASE && (leftObjects || storage == Storage.OBJECT_STORE);
        mayBeCopied = false;
        storage = to;
    }

    /** A way into the object store was broken off, perhaps just at this file. */
    void mayBeCopied() {
        mayBeCopied = true;
    }

    /** Whether there are objects of it. */
    boolean hasObjects() {
        return leftObjects || (!gone && storage == Storage.OBJECT_STORE);
    }

    /** Whether those that it left went with it, if it was being copied there once more. */
    boolean mayHaveLostObjects() {
        return gone && leftObjects && mayBeCopied;
    }

    /** Whether it is sent, and stands. */
    boolean isBound() {
        return !gone && message.isPresent();
    }

    /** Whether it can be sent. */
    boolean isLoose() {
        return !gone && message.isEmpty();
    }

    /** Whether it is neither taken away nor too old. */
    boolean isThere() {
        return !gone;
    }

    void takeAway() {
        gone = true;
    }
}
