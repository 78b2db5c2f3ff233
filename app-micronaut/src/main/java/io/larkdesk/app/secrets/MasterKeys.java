package io.larkdesk.app.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.larkdesk.app.config.SettingException;
import io.larkdesk.app.config.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.function.BooleanSupplier;

/**
 * The keys that seal secrets: a file with a Tink keyset in JSON, which only the service's user can read. The newest key seals; all of them
 * open. Every node needs the same file.
 */
public final class MasterKeys {

    private static final Configuration TINK = AeadConfig2026.get();

    private final KeysetHandle keys;

    private MasterKeys(KeysetHandle keys) {
        this.keys = keys;
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
        if (!Files.exists(file)) {
            throw new SettingException(Settings.MASTER_KEY_FILE, file + " does not exist");
        }
        try {
            if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                throw new SettingException(
                        Settings.MASTER_KEY_FILE, file + " can be read by everybody; make it private: chmod 600");
            }
            return new MasterKeys(
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), TINK, InsecureSecretKeyAccess.get()));
        } catch (IOException e) {
            throw new SettingException(Settings.MASTER_KEY_FILE, file + " cannot be read: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new SettingException(Settings.MASTER_KEY_FILE, file + " is not a Tink keyset in JSON", e);
        }
    }

    /** Writes a file with one new key, unless there is a file already: of several nodes that begin at once, one writes it. */
    public static void create(Path file) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Path whole = write(file, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK));
            try {
                Files.createLink(file, whole);
            } finally {
                Files.delete(whole);
            }
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            return;
        } catch (IOException | GeneralSecurityException e) {
            throw new SettingException(Settings.MASTER_KEY_FILE, file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Adds a new key to the file, which seals from now on; what older keys sealed still opens. Nodes use it after their next start. */
    public static void addKey(Path file) {
        KeysetHandle.Builder more = KeysetHandle.newBuilder(read(file).keys).setConfiguration(TINK);
        more.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary());
        try {
            Files.move(write(file, more.build()), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | GeneralSecurityException e) {
            throw new SettingException(Settings.MASTER_KEY_FILE, file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static Path write(Path beside, KeysetHandle keys) throws IOException, GeneralSecurityException {
        Path file = Files.createTempFile(
                beside.resolveSibling(""),
                "master-key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(
                file, TinkJsonProtoKeysetFormat.serializeKeyset(keys, TINK, InsecureSecretKeyAccess.get()));
    }

    /** Seals and opens with these keys. */
    public Aead aead() {
        try {
            return keys.getPrimitive(TINK, Aead.class);
        } catch (GeneralSecurityException e) {
            throw new SettingException(Settings.MASTER_KEY_FILE, "holds keys of another kind than AEAD", e);
        }
    }
}
