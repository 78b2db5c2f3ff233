package io.larkdesk.core.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Hashes an entry of a chain, field by field, so that no two entries are the same bytes: numbers and ids have a fixed length, and texts come
 * after the number of their bytes. One is used for one entry, by one thread.
 */
public final class ChainBytes {

    private final MessageDigest digest = Sha256.digest();

    private ChainBytes() {}

    /** Begins with the hash of the entry before: 32 bytes. */
    public static ChainBytes after(ChainHash before) {
        ChainBytes bytes = new ChainBytes();
        bytes.digest.update(HexFormat.of().parseHex(before.hex()));
        return bytes;
    }

    /** Goes on with the 16 bytes of {@code id}. */
    public ChainBytes id(UUID id) {
        return number(id.getMostSignificantBits()).number(id.getLeastSignificantBits());
    }

    /** Goes on with {@code number}: 8 bytes, big-endian. */
    public ChainBytes number(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        return this;
    }

    /** Goes on with {@code text}: the number of its bytes (4 bytes, big-endian), and its bytes in UTF-8. */
    public ChainBytes text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    /** The entry's hash; nothing goes on after that. */
    public ChainHash hash() {
        return new ChainHash(HexFormat.of().formatHex(digest.digest()));
    }
}
