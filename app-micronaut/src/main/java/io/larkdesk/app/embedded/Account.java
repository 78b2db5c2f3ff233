package io.larkdesk.app.embedded;

import io.larkdesk.app.config.SettingException;
import io.larkdesk.app.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * As whom the server runs: as we do, but never as root, because PostgreSQL refuses that.
 *
 * @param instead whom root's server runs as; empty where it runs as we do
 */
record Account(Optional<String> instead) {

    private static final String ROOT = "root";
    private static final String NOBODY = "nobody";

    /**
     * Who can run a server in {@code folder} if {@code user} starts it.
     *
     * @throws SettingException if nobody can, or root would start somebody else's
     */
    static Account forServer(Path folder, String user) throws IOException {
        if (!user.equals(ROOT)) {
            return new Account(Optional.empty());
        }
        Path made = folder.resolve("postgres/PG_VERSION");
        if (Files.exists(made) && !Files.getOwner(made).getName().equals(NOBODY)) {
            String owner = Files.getOwner(made).getName();
            throw new SettingException(
                    Settings.DATA,
                    "the database in " + folder + " is that of '" + owner + "': run this as '" + owner + "'");
        }
        Account nobody = new Account(Optional.of(NOBODY));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (new Command(nobody, List.of("test", "-x", folder.toString())).run().failed()) {
            throw new SettingException(
                    Settings.DATA,
                    "root's PostgreSQL runs as '" + NOBODY + "', who cannot enter " + folder
                            + "; set a folder that everybody can enter, such as /var/lib/larkdesk");
        }
        return nobody;
    }

    /** {@code command} such that it runs as this account. */
    List<String> command(List<String> command) {
        if (instead.isEmpty()) {
            return command;
        }
        List<String> switched =
                new ArrayList<>(List.of("setpriv", "--reuid=" + NOBODY, "--regid=nogroup", "--clear-groups", "--"));
        switched.addAll(command);
        return switched;
    }

    /** Makes {@code file} this account's own, and nobody else's to read. */
    void give(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        if (instead.isPresent()) {
            Files.setOwner(
                    file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(instead.get()));
        }
    }
}
