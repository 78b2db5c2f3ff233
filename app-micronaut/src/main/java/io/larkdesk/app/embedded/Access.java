package io.larkdesk.app.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * How the service gets into its database: as a role of its own that is no superuser, with a password that only this run knows.
 *
 * @param url of JDBC
 * @param password of {@link #USER}
 */
record Access(String url, String password) {

    static final String USER = "larkdesk";

    private static final String DATABASE = "larkdesk";

    /** Makes role and database where they are missing, gives the role a new password, and checks that the server keeps what it is given. */
    static Access open(int port, String adminPassword) throws IOException {
        String server = "jdbc:postgresql://127.0.0.1:" + port + "/";
        String password = Server.newPassword();
        try (Connection connection = DriverManager.getConnection(server + "postgres", Server.ADMIN, adminPassword);
                Statement statement = connection.createStatement()) {
            requireDurable(statement);
            if (isMissing(statement, "select from pg_roles where rolname = '" + USER + "'")) {
                statement.execute("create role " + USER + " login");
            }
            statement.execute("alter role " + USER + " password '" + password + "'");
            if (isMissing(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + USER);
            }
            return new Access(server + DATABASE, password);
        } catch (SQLException e) {
            throw new IOException("it does not let us in: " + e.getMessage(), e);
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static void requireDurable(Statement statement) throws SQLException, IOException {
        for (Map.Entry<String, String> setting : ServerConfiguration.DURABLE.entrySet()) {
            try (ResultSet rows = statement.executeQuery("show " + setting.getKey())) {
                if (!rows.next() || !setting.getValue().equals(rows.getString(1))) {
                    throw new IOException("its setting " + setting.getKey() + " is not " + setting.getValue());
                }
            }
        }
    }

    @Override
    public String toString() {
        return "Access(hidden)";
    }
}
