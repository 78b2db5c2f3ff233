package io.larkdesk.benchmarks.site;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database, past whoever uses it. The user is postgres, who needs no password and whom no policy holds back.
 *
 * @param host where
 * @param port its server's
 * @param name its own
 */
public record Database(String host, int port, String name) {

    /** For JDBC. */
    public String url() {
        return "jdbc:postgresql://%s:%d/%s?user=postgres".formatted(host, port, name);
    }

    /** Connects. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    /** Runs statements that answer nothing. */
    public void execute(String statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException(statements, e);
        }
    }

    /** How many rows there are {@code from} a table, perhaps with conditions. */
    public long count(String from) {
        return Long.parseLong(text("select count(*) from " + from));
    }

    /** The one value that {@code query} answers. */
    public String text(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new IllegalStateException("no row: " + query);
            }
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
