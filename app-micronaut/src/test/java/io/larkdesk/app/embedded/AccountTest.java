package io.larkdesk.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.app.config.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {

    @TempDir
    private Path folder;

    @Test
    void whoeverIsNotRootRunsTheServerAsTheyAre() throws IOException {
        assertThat(Account.forServer(folder, "larkdesk")).isEqualTo(new Account(Optional.empty()));
    }

    /** Whoever runs a command as root beside a service of another user is told so, and nothing is opened to others. */
    @Test
    void rootDoesNotStartTheServerOfSomebodyElse() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Files.createDirectory(folder.resolve("postgres"));
        Path made = Files.writeString(folder.resolve("postgres/PG_VERSION"), "18");

        assertThatThrownBy(() -> Account.forServer(folder, "root"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("run this as '" + Files.getOwner(made).getName() + "'");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }
}
