package io.larkdesk.core.attachment;

import io.larkdesk.core.shared.Durations;
import java.time.Duration;
import java.util.Objects;

/**
 * How large files may be, how much of them a tenant may have, where new ones are stored, and how long what comes to nothing is kept.
 *
 * @param maxSize the largest file, in bytes
 * @param quota how many bytes a tenant's files may have together; room is taken before the first byte comes
 * @param storage where the bytes of new files are stored
 * @param chunk in how many bytes at once a file is stored
 * @param unboundFor how long a file is kept that nobody sends; half-open: at this age it is over
 * @param silentFor after how long without a byte an upload counts as broken off
 */
public record AttachmentPolicy(
        long maxSize, long quota, Storage storage, int chunk, Duration unboundFor, Duration silentFor) {

    /** How many files one message may have. */
    public static final int MOST_IN_A_MESSAGE = 10;

    /** How many files a new ticket may bring. */
    public static final int MOST_IN_A_NEW_TICKET = 5;

    /** A request costs an object store much more than the database, and a piece is in memory as a whole. */
    private static final int OBJECT = 1024 * 1024;

    /** 20 MB each, 5 GB for a tenant, in the database in pieces of 256 KiB; unsent files stay a day, silent uploads a quarter of an hour. */
    public static final AttachmentPolicy DEFAULT = new AttachmentPolicy(
            20_000_000L, 5_000_000_000L, Storage.DATABASE, 256 * 1024, Duration.ofHours(24), Duration.ofMinutes(15));

    /** Refuses what no file would fit in, and times that are not positive. */
    public AttachmentPolicy {
        Objects.requireNonNull(storage, "storage");
        if (maxSize < 1 || quota < maxSize) {
            throw new IllegalArgumentException("maxSize is not from 1 to the quota: " + maxSize + " of " + quota);
        }
        if (chunk < 1) {
            throw new IllegalArgumentException("chunk is less than one byte: " + chunk);
        }
        Durations.requirePositive("unboundFor", unboundFor);
        Durations.requirePositive("silentFor", silentFor);
    }

    /** The same, with other limits. */
    public AttachmentPolicy withLimits(long largest, long most) {
        return new AttachmentPolicy(largest, most, storage, chunk, unboundFor, silentFor);
    }

    /** The same, with new files in the object store, in pieces of 1 MiB. */
    public AttachmentPolicy inObjectStore() {
        return new AttachmentPolicy(maxSize, quota, Storage.OBJECT_STORE, OBJECT, unboundFor, silentFor);
    }
}
