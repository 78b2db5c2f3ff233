package io.larkdesk.app.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import io.larkdesk.app.config.SettingException;
import io.larkdesk.app.config.Settings;
import io.larkdesk.core.tenant.Secrets.KeyAge;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that seal secrets, as they stand in their file. One of them seals; all of them open. Every node needs the same file, and reads it
 * anew when it has changed, or when something does not open. Thread-safe.
 */
public final class MasterKeys {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeys.class);

    /** Before what a key of Tink's own kind seals stand this byte and the key's number. */
    private static final byte NUMBERED = 1;

    private final KeyFile file;
    private final Aead aead = new Live();
    private volatile Keys keys;

    private MasterKeys(KeyFile file) {
        this.file = file;
        this.keys = Keys.of(Stamp.of(file.path()), file.read());
    }

    /** By which is seen that a file was changed or replaced, or that others may read it now. */
    private record Stamp(
            FileTime changed,
            FileTime touched,
            long size,
            @Nullable Object file) {

        /** Empty while there is none. */
        static Optional<Stamp> of(Path path) {
            try {
                BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
                FileTime touched = (FileTime) Files.getAttribute(path, "unix:ctime");
                return Optional.of(new Stamp(now.lastModifiedTime(), touched, now.size(), now.fileKey()));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    /** The numbers are in the file's order. */
    private record Keys(Optional<Stamp> stamp, Aead aead, List<Integer> numbers, int primary) {

        static Keys of(Optional<Stamp> stamp, KeysetHandle handle) {
            try {
                return new Keys(
                        stamp,
                        handle.getPrimitive(KeyFile.TINK, Aead.class),
                        IntStream.range(0, handle.size())
                                .mapToObj(at -> handle.getAt(at).getId())
                                .toList(),
                        handle.getPrimary().getId());
            } catch (GeneralSecurityException e) {
                throw new SettingException(Settings.MASTER_KEY_FILE, "holds keys of another kind than AEAD", e);
            }
        }

        List<Integer> old() {
            return numbers.subList(0, numbers.indexOf(primary));
        }
    }

    /**
     * Reads the keys; where nothing is sealed yet, the first node writes them.
     *
     * @param isSealed whether something is sealed with them
     * @throws SettingException if {@code file} is missing and something is sealed; or as {@link #read}
     */
    public static MasterKeys open(Path file, BooleanSupplier isSealed) {
        // asked before the file is looked for: another node writes the file first, and then seals
        boolean sealed = isSealed.getAsBoolean();
        if (!Files.exists(file)) {
            if (sealed) {
                throw new SettingException(
                        Settings.MASTER_KEY_FILE,
                        file + " does not exist, but the database has secrets that it seals; bring the file back");
            }
            create(file);
        }
        return read(file);
    }

    /**
     * Reads the keys.
     *
     * @throws SettingException if {@code file} is missing, readable by others, or no keyset
     */
    public static MasterKeys read(Path file) {
        return new MasterKeys(new KeyFile(file));
    }

    /** Writes a file with one new key, unless there is a file already: of several nodes that begin at once, one writes it. */
    public static void create(Path file) {
        new KeyFile(file).create();
    }

    /**
     * Adds a new key, which opens but does not seal, so that all nodes can have it before anything is sealed with it.
     *
     * @return its number
     */
    public String addKey() {
        Keys edited = take(file.add());
        return name(edited.numbers().get(edited.numbers().size() - 1));
    }

    /**
     * Has the key that was added last seal from now on.
     *
     * @return its number
     */
    public String useKey() {
        return name(take(file.use()).primary());
    }

    /** Takes away the keys that only open what they sealed before. Whatever is still sealed by them is lost. */
    public void removeOldKeys() {
        take(file.removeOld());
    }

    private synchronized Keys take(KeysetHandle edited) {
        keys = Keys.of(Stamp.of(file.path()), edited);
        return keys;
    }

    /**
     * Reads the file anew, if it has changed. What is no keyset is passed over, with a line in the log.
     *
     * @return whether the keys are others now
     */
    public synchronized boolean refresh() {
        Optional<Stamp> stamp = Stamp.of(file.path());
        Keys before = keys;
        if (stamp.equals(before.stamp())) {
            return false;
        }
        try {
            keys = Keys.of(stamp, file.read());
        } catch (SettingException e) {
            LOG.error("{}; the keys read before are used on", e.getMessage());
            keys = new Keys(stamp, before.aead(), before.numbers(), before.primary());
            return false;
        }
        return !keys.numbers().equals(before.numbers()) || keys.primary() != before.primary();
    }

    /** Seals and opens with these keys. */
    public Aead aead() {
        return aead;
    }

    /** How old the key is that made {@code sealed}. */
    public KeyAge age(byte[] sealed) {
        Keys present = keys;
        OptionalLong number = number(sealed);
        int place = number.isPresent() ? present.numbers().indexOf((int) number.getAsLong()) : -1;
        if (place < 0) {
            return KeyAge.UNKNOWN;
        }
        return place < present.old().size() ? KeyAge.RETIRING : KeyAge.CURRENT;
    }

    private static OptionalLong number(byte[] sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        return sealed.length > 1 + Integer.BYTES && bytes.get() == NUMBERED
                ? OptionalLong.of(bytes.getInt())
                : OptionalLong.empty();
    }

    /** The number of the key that seals, as it stands in the file. */
    public String sealing() {
        return name(keys.primary());
    }

    /** The numbers of the keys that only open what they sealed before. */
    public List<String> old() {
        return keys.old().stream().map(MasterKeys::name).toList();
    }

    /** When the file was changed last; long ago if that cannot be told. */
    public Instant changedAt() {
        return keys.stamp().map(stamp -> stamp.changed().toInstant()).orElse(Instant.EPOCH);
    }

    /** Where the keys are. */
    public Path path() {
        return file.path();
    }

    private static String name(int number) {
        return Integer.toUnsignedString(number);
    }

    /** With the keys as they are when it is used; what does not open may be of a key that was added just now. */
    private final class Live implements Aead {

        @Override
        public byte[] encrypt(byte[] plaintext, byte @Nullable [] associatedData) throws GeneralSecurityException {
            return keys.aead().encrypt(plaintext, Objects.requireNonNull(associatedData, "associatedData"));
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte @Nullable [] associatedData) throws GeneralSecurityException {
            byte[] bound = Objects.requireNonNull(associatedData, "associatedData");
            try {
                return keys.aead().decrypt(ciphertext, bound);
            } catch (GeneralSecurityException e) {
                if (refresh()) {
                    return keys.aead().decrypt(ciphertext, bound);
                }
                throw e;
            }
        }
    }
}
