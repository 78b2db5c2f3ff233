package io.larkdesk.faults;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The service's database, past the service. */
final class Database {

    private static final String JDBC = "jdbc:";

    private final String url;

    Database(String url) {
        this.url = url;
    }

    /** For JDBC; the user is postgres, without a password. */
    String url() {
        return url;
    }

    /** The server's port. */
    int port() {
        return address().getPort();
    }

    /** The same database, by way of {@code otherPort} of this machine. */
    String urlAt(int otherPort) {
        return JDBC + "postgresql://127.0.0.1:" + otherPort + address().getPath() + "?user=postgres";
    }

    private URI address() {
        return URI.create(url.substring(JDBC.length()));
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String query, Mapper<T> mapper) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(mapper.map(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    void execute(String statement) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement once = connection.createStatement()) {
            once.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    int count(String from) {
        return list("select count(*) from " + from, row -> row.getInt(1)).get(0);
    }
}
