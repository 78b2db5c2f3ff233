package io.larkdesk.persistence.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;

/** The role as which the service works. Policies hold everybody but superusers and those with BYPASSRLS, so it is none of these. */
final class ServingRole {

    /** As whom a superuser's connections work. */
    private static final String INSTEAD = "larkdesk_serving";

    /** Somebody made it just now, or makes it at this moment. */
    private static final Set<String> MADE_ALREADY = Set.of("42710", "23505");

    private ServingRole() {}

    /**
     * Brings the schema up to date, and lets whoever signs in at {@code serving} read and write its rows.
     *
     * @param owning how whoever owns the tables signs in; perhaps the same
     * @return the role that connections of {@code serving} have to take on; empty if it is the login's own
     * @throws PersistenceException if that fails, or the policies would not hold the login
     */
    static Optional<String> prepare(PostgresConnections serving, PostgresConnections owning, Schema schema) {
        try (Connection login = serving.open()) {
            schema.migrate();
            try (Connection owner = owning.open()) {
                return prepare(owner, login);
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private static Optional<String> prepare(Connection owner, Connection serving) throws SQLException {
        Login login = Login.of(serving);
        boolean isOne = login.name().equals(Login.of(owner).name());
        if (login.isFree() && !(login.isSuperuser() && isOne)) {
            throw new PersistenceException(
                    "the role " + login.name()
                            + " is a superuser or has BYPASSRLS, so that nothing in the database would"
                            + " keep customers apart; let the service sign in as another",
                    false);
        }
        Optional<String> instead = login.isSuperuser() ? Optional.of(INSTEAD) : Optional.empty();
        if (instead.isPresent()) {
            make(owner);
        }
        try (PreparedStatement statement = owner.prepareStatement("call let_serve(?::name)")) {
            statement.setString(1, instead.orElse(login.name()));
            statement.execute();
        }
        return instead;
    }

    private static void make(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet known = statement.executeQuery("select from pg_roles where rolname = '" + INSTEAD + "'")) {
            if (!known.next()) {
                statement.execute("create role " + INSTEAD + " nologin");
            }
        } catch (SQLException e) {
            if (!MADE_ALREADY.contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    /**
     * Who has signed in; the address may name another than the settings.
     *
     * @param isFree whether no policy holds it
     */
    private record Login(String name, boolean isSuperuser, boolean isFree) {

        static Login of(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select rolname, rolsuper, rolbypassrls from pg_roles where rolname = session_user")) {
                row.next();
                boolean isSuperuser = row.getBoolean("rolsuper");
                return new Login(row.getString("rolname"), isSuperuser, isSuperuser || row.getBoolean("rolbypassrls"));
            }
        }
    }
}
