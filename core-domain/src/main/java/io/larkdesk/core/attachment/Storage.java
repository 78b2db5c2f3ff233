package io.larkdesk.core.attachment;

/** Where the bytes of a file are. All else that is known of a file, and the small copy of a picture, is always beside the messages. */
public enum Storage {
    /** Beside all that is known of the file, in {@link Attachments}. */
    DATABASE,
    /** In the {@link ObjectStore}. */
    OBJECT_STORE
}
