package io.larkdesk.app.secrets;

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
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The file of the keys: a Tink keyset in JSON, which only the service's user can read. Keys stand in the order in which they were added. One of
 * them, the primary one, seals; those before it are on their way out, those after it do not seal yet.
 */
final class KeyFile {

    static final Configuration TINK = AeadConfig2026.get();

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /**
     * Reads the keys.
     *
     * @throws SettingException if the file is missing, readable by others, or no keyset
     */
    KeysetHandle read() {
        if (!Files.exists(file)) {
            throw wrong(file + " does not exist");
        }
        try {
            if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                throw wrong(file + " can be read by everybody; make it private: chmod 600");
            }
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), TINK, InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw wrong(file + " cannot be read: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw wrong(file + " is not a Tink keyset in JSON", e);
        }
    }

    /** Writes a file with one new key, unless there is a file already: of several nodes that begin at once, one writes it. */
    void create() {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Path whole = write(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK));
            try {
                Files.createLink(file, whole);
            } finally {
                Files.delete(whole);
            }
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            return;
        } catch (IOException | GeneralSecurityException e) {
            throw wrong(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Adds a new key behind the others, which opens but does not seal. */
    KeysetHandle add() {
        KeysetHandle.Builder more = edit(read());
        more.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId());
        return replace(more);
    }

    /** Has the last key seal. */
    KeysetHandle use() {
        KeysetHandle.Builder same = edit(read());
        same.getAt(same.size() - 1).makePrimary();
        return replace(same);
    }

    /** Takes away the keys before the one that seals. */
    KeysetHandle removeOld() {
        KeysetHandle.Builder fewer = edit(read());
        while (!fewer.getAt(0).isPrimary()) {
            fewer.deleteAt(0);
        }
        return replace(fewer);
    }

    private static KeysetHandle.Builder edit(KeysetHandle keys) {
        return KeysetHandle.newBuilder(keys).setConfiguration(TINK);
    }

    private KeysetHandle replace(KeysetHandle.Builder edited) {
        try {
            KeysetHandle keys = edited.build();
            Path whole = write(keys);
            try {
                giveToOwner(whole);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw wrong(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Who may read the file reads its successor, too, whoever changes the keys: else a change by root would take them from the service. */
    private void giveToOwner(Path successor) throws IOException {
        PosixFileAttributes present = Files.readAttributes(file, PosixFileAttributes.class);
        PosixFileAttributeView given = Files.getFileAttributeView(successor, PosixFileAttributeView.class);
        given.setGroup(present.group());
        given.setPermissions(present.permissions());
        given.setOwner(present.owner());
    }

    private Path write(KeysetHandle keys) throws IOException, GeneralSecurityException {
        Path whole = Files.createTempFile(
                file.resolveSibling(""),
                "master-key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(
                whole, TinkJsonProtoKeysetFormat.serializeKeyset(keys, TINK, InsecureSecretKeyAccess.get()));
    }

    private static SettingException wrong(String problem) {
        return new SettingException(Settings.MASTER_KEY_FILE, problem);
    }

    private static SettingException wrong(String problem, Exception cause) {
        return new SettingException(Settings.MASTER_KEY_FILE, problem, cause);
    }
}
