package io.larkdesk.app.wiring;

import io.larkdesk.core.shared.Randomness;
import java.security.SecureRandom;
import java.util.UUID;

/** Randomness that nobody can guess. */
final class SecureRandomness implements Randomness {

    private final SecureRandom random = new SecureRandom();

    @Override
    public UUID uuid() {
        return UUID.randomUUID();
    }

    @Override
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
