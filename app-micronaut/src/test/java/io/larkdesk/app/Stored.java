package io.larkdesk.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sees whether anything is stored or changed, past the service, quickly: of each table how many rows it has and which transactions wrote them. */
public final class Stored implements AutoCloseable {

    /** Who looks when, and with which token: it changes by looking alone. */
    private static final Set<String> OF_LOOKING = Set.of("session", "presence");

    private static final String NAMES = """
            select string_agg(table_name, ',') from information_schema.tables
            where table_schema = current_schema() and table_type = 'BASE TABLE'
            """;

    private final Connection connection;
    private final String query;

    /** {@code url} is for JDBC; the user is postgres, without a password. */
    public Stored(String url, String... others) {
        try {
            this.connection = DriverManager.getConnection(url);
            Set<String> left = Set.of(others);
            this.query = java.util.Arrays.stream(text(NAMES).split(","))
                    .filter(name -> !OF_LOOKING.contains(name) && !left.contains(name))
                    .map(name -> "select '" + name + "', count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) from "
                            + name)
                    .collect(Collectors.joining(" union all "));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Equal to another if nothing was written in between. */
    public Map<String, String> now() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            Map<String, String> tables = new TreeMap<>();
            while (rows.next()) {
                tables.put(rows.getString(1), rows.getString(2));
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
