package io.larkdesk.testkit;

import io.larkdesk.core.shared.Randomness;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.UUID;

/** The same values again for the same seed. For tests only: anybody can guess them. Thread-safe. */
public final class SeededRandomness implements Randomness {

    private final Random random;

    /** Begins at {@code seed}. */
    public SeededRandomness(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public UUID uuid() {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(2 * Long.BYTES));
        long version4 = (bytes.getLong() & ~0xf000L) | 0x4000L;
        long variant = (bytes.getLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(version4, variant);
    }

    @Override
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
