package io.larkdesk.core.attachment;

/** Where the bytes of a file come from, one after another; of one thread. */
@FunctionalInterface
public interface ByteSource {

    /**
     * Waits for some bytes.
     *
     * @param into where they are put
     * @param from the place of the first
     * @param length how many at most, at least 1
     * @return how many came, at least 1; -1 if there are no more
     * @throws BrokenOffException if no more can come, though there should
     */
    int read(byte[] into, int from, int length);
}
