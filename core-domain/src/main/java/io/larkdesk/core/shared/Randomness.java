package io.larkdesk.core.shared;

import java.util.UUID;

/** Unguessable values, from a cryptographically strong source in production and from a seed in tests. Thread-safe. */
public interface Randomness {

    /** A new random UUID (version 4). */
    UUID uuid();

    /**
     * New random bytes.
     *
     * @param length how many, at least 1
     */
    byte[] bytes(int length);
}
