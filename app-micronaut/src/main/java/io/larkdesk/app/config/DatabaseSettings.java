package io.larkdesk.app.config;

import java.util.Objects;
import java.util.Optional;

/**
 * A PostgreSQL server that the operator runs.
 *
 * @param url of JDBC, such as {@code jdbc:postgresql://db.example.com/larkdesk}
 * @param serving as whom the service works
 * @param owner who owns the tables and brings them up to date; empty if that is the same
 */
public record DatabaseSettings(String url, Login serving, Optional<Login> owner) {

    private static final String URL = "larkdesk.db.url";
    private static final String OWNER_USER = "larkdesk.db.owner-user";
    private static final String OWNER_PASSWORD = "larkdesk.db.owner-password";

    /**
     * Who signs in.
     *
     * @param user the name
     * @param password perhaps empty
     */
    public record Login(String user, String password) {

        /** Refuses null. */
        public Login {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(password, "password");
        }

        /** Without the password. */
        @Override
        public String toString() {
            return user;
        }
    }

    /** Refuses null. */
    public DatabaseSettings {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(serving, "serving");
        Objects.requireNonNull(owner, "owner");
    }

    static Optional<DatabaseSettings> read(SettingReader reader) {
        return reader.text(URL).map(url -> {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new SettingException(
                        URL, "is not an address of PostgreSQL, such as jdbc:postgresql://db.example.com/larkdesk");
            }
            return new DatabaseSettings(
                    url,
                    new Login(
                            reader.text("larkdesk.db.user").orElse("larkdesk"),
                            reader.text("larkdesk.db.password").orElse("")),
                    owner(reader));
        });
    }

    private static Optional<Login> owner(SettingReader reader) {
        Optional<String> user = reader.text(OWNER_USER);
        Optional<String> password = reader.text(OWNER_PASSWORD);
        if (user.isEmpty() && password.isPresent()) {
            throw new SettingException(OWNER_USER, "is missing, and " + OWNER_PASSWORD + " is there");
        }
        return user.map(name -> new Login(name, password.orElse("")));
    }

    /** Without the password, and without the address, which may carry one. */
    @Override
    public String toString() {
        return "DatabaseSettings(hidden)";
    }
}
