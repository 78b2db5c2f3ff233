package io.larkdesk.app.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.larkdesk.app.config.SettingException;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Secrets.KeyAge;
import io.larkdesk.core.tenant.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {

    private static final AppSecret SECRET = AppSecret.of("correct horse battery staple");

    @TempDir
    Path folder;

    private final TenantId acme = new TenantId(new UUID(0, 1));
    private final TenantId globex = new TenantId(new UUID(0, 2));
    private Path file;

    @BeforeEach
    void create() {
        file = folder.resolve("keys/master-key.json");
        MasterKeys.create(file);
    }

    private TinkSecrets secrets() {
        return new TinkSecrets(MasterKeys.read(file));
    }

    @Test
    void whatWasSealedOpensForItsTenantOnly() {
        SealedSecret sealed = secrets().seal(acme, SECRET);

        assertThat(secrets().open(acme, sealed)).isEqualTo(SECRET);
        assertThatThrownBy(() -> secrets().open(globex, sealed)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new String(Base64.getDecoder().decode(sealed.text()), StandardCharsets.ISO_8859_1))
                .doesNotContain("horse");
    }

    @Test
    void whatWasChangedDoesNotOpen() {
        byte[] sealed = Base64.getDecoder().decode(secrets().seal(acme, SECRET).text());
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> secrets()
                        .open(acme, new SealedSecret(Base64.getEncoder().encodeToString(sealed))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNewKeyOpensAtOnceSealsWhenItIsToldToAndTheOldOneCanBeTakenAway() {
        MasterKeys operator = MasterKeys.read(file);
        TinkSecrets node = secrets();
        SealedSecret before = node.seal(acme, SECRET);

        operator.addKey();
        assertThat(keyId(secrets().seal(acme, SECRET))).isEqualTo(keyId(before));
        assertThat(secrets().age(before)).isEqualTo(KeyAge.CURRENT);

        operator.useKey();
        SealedSecret after = secrets().seal(acme, SECRET);
        assertThat(keyId(after)).isNotEqualTo(keyId(before));
        assertThat(secrets().age(after)).isEqualTo(KeyAge.CURRENT);
        assertThat(secrets().age(before)).isEqualTo(KeyAge.RETIRING);
        assertThat(secrets().open(acme, before)).isEqualTo(SECRET);

        operator.removeOldKeys();
        assertThat(secrets().age(before)).isEqualTo(KeyAge.UNKNOWN);
        assertThat(secrets().open(acme, after)).isEqualTo(SECRET);
        assertThatThrownBy(() -> secrets().open(acme, before)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNodeOpensWhatAKeySealedThatItHasNotReadYet() {
        TinkSecrets node = secrets();
        MasterKeys operator = MasterKeys.read(file);
        operator.addKey();
        operator.useKey();

        assertThat(node.open(acme, secrets().seal(acme, SECRET))).isEqualTo(SECRET);
    }

    @Test
    void aNodeThatHasNotBeenToldYetLeavesAloneWhatTheNextKeySealed() throws IOException {
        Path copy = Files.copy(file, file.resolveSibling("copy.json"));
        MasterKeys.read(file).addKey();
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        MasterKeys.read(file).useKey();
        SealedSecret sealed = secrets().seal(acme, SECRET);

        assertThat(new TinkSecrets(MasterKeys.read(copy)).age(sealed)).isEqualTo(KeyAge.CURRENT);
    }

    @Test
    void aFileThatIsSpoiledIsPassedOver() throws IOException {
        MasterKeys keys = MasterKeys.read(file);
        SealedSecret sealed = new TinkSecrets(keys).seal(acme, SECRET);
        Files.writeString(file, "hunter2");

        assertThat(keys.refresh()).isFalse();
        assertThat(new TinkSecrets(keys).open(acme, sealed)).isEqualTo(SECRET);
    }

    @Test
    void aFileIsReadOnceItsRightsAreMended() throws IOException {
        MasterKeys node = MasterKeys.read(file);
        MasterKeys.read(file).addKey();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(node.refresh()).isFalse();

        // Files are not stamped finer than the kernel's clock ticks
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return node.refresh();
        });
    }

    @Test
    void whoMayReadTheFileMayReadTheNextOne() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        PosixFileAttributes before = Files.readAttributes(file, PosixFileAttributes.class);

        MasterKeys.read(file).addKey();

        PosixFileAttributes after = Files.readAttributes(file, PosixFileAttributes.class);
        assertThat(after.permissions()).isEqualTo(before.permissions());
        assertThat(after.owner()).isEqualTo(before.owner());
        assertThat(after.group()).isEqualTo(before.group());
        try (var left = Files.list(file.resolveSibling(""))) {
            assertThat(left).containsExactly(file);
        }
    }

    /** Tink writes the key's number behind one byte of its own. */
    private static byte[] keyId(SealedSecret sealed) {
        return Arrays.copyOfRange(Base64.getDecoder().decode(sealed.text()), 1, 5);
    }

    @Test
    void theFileIsPrivateAndIsNotWrittenTwice() throws IOException {
        String keys = Files.readString(file);

        MasterKeys.create(file);

        assertThat(Files.readString(file)).isEqualTo(keys);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var left = Files.list(file.resolveSibling(""))) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void nodesThatBeginAtOnceUseTheFileOfTheFirst() {
        Path shared = file.resolveSibling("shared.json");

        MasterKeys.open(shared, () -> {
            MasterKeys.create(shared);
            return true;
        });
    }

    @Test
    void aLostFileIsNotReplaced() {
        Path lost = file.resolveSibling("lost.json");

        assertThatThrownBy(() -> MasterKeys.open(lost, () -> true))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("bring the file back");
        assertThat(lost).doesNotExist();
    }

    @Test
    void aFileThatOthersCanReadIsRefused() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> MasterKeys.read(file))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aFileWithSomethingElseIsRefusedWithoutQuotingIt() throws IOException {
        Files.writeString(file, "hunter2");

        assertThatThrownBy(() -> MasterKeys.read(file))
                .isInstanceOf(SettingException.class)
                .message()
                .doesNotContain("hunter2");
    }
}
