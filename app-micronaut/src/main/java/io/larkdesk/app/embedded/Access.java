package io.larkdesk.app.embedded;

import io.larkdesk.app.config.DatabaseSettings.Login;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * How the service gets into its database: as roles of its own that are no superusers, with passwords that only this run knows.
 *
 * @param url of JDBC
 * @param owner who owns the database, and what is in it
 * @param serving as whom the service works
 */
record Access(String url, Login owner, Login serving) {

    private static final String OWNER = "larkdesk";
    private static final String SERVING = "larkdesk_serving";
    private static final String DATABASE = "larkdesk";

    /** Makes roles and database where they are missing, gives the roles new passwords, and checks that the server keeps what it is given. */
    static Access open(int port, String adminPassword) throws IOException {
        String server = "jdbc:postgresql://127.0.0.1:" + port + "/";
        try (Connection connection = DriverManager.getConnection(server + "postgres", Server.ADMIN, adminPassword);
                Statement statement = connection.createStatement()) {
            requireDurable(statement);
            Login owner = login(statement, OWNER);
            Login serving = login(statement, SERVING);
            if (isMissing(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
            return new Access(server + DATABASE, owner, serving);
        } catch (SQLException e) {
            throw new IOException("it does not let us in: " + e.getMessage(), e);
        }
    }

    private static Login login(Statement statement, String role) throws SQLException {
        String password = Server.newPassword();
        if (isMissing(statement, "select from pg_roles where rolname = '" + role + "'")) {
            statement.execute("create role " + role + " login");
        }
        statement.execute("alter role " + role + " password '" + password + "'");
        return new Login(role, password);
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
