package io.larkdesk.app.config;

import java.util.Objects;
import java.util.Optional;

/**
 * A PostgreSQL server that the operator runs.
 *
 * @param url of JDBC, such as {@code jdbc:postgresql://db.example.com/larkdesk}
 * @param user who signs in
 * @param password the user's; perhaps empty
 */
public record DatabaseSettings(String url, String user, String password) {

    private static final String URL = "larkdesk.db.url";

    /** Refuses null. */
    public DatabaseSettings {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    static Optional<DatabaseSettings> read(SettingReader reader) {
        return reader.text(URL).map(url -> {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new SettingException(
                        URL, "is not an address of PostgreSQL, such as jdbc:postgresql://db.example.com/larkdesk");
            }
            return new DatabaseSettings(
                    url,
                    reader.text("larkdesk.db.user").orElse("larkdesk"),
                    reader.text("larkdesk.db.password").orElse(""));
        });
    }

    /** Without the password, and without the address, which may carry one. */
    @Override
    public String toString() {
        return "DatabaseSettings(hidden)";
    }
}
