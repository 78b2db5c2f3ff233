package io.larkdesk.app.chat;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All that the service has stored, past the service. */
final class Tables {

    private static final String NAMES = """
            select table_name from information_schema.tables
            where table_schema = current_schema() and table_type = 'BASE TABLE'
            """;

    /** Who looks when, and that a node looked at the database: it changes by looking alone. */
    private static final Set<String> OF_LOOKING = Set.of("session", "presence", "fence");

    private final String url;

    /** {@code url} is for JDBC; the user is postgres, without a password. */
    Tables(String url) {
        this.url = url;
    }

    /** What is stored, by the name of the table, but for who looks when: equal if nothing has changed. */
    Map<String, String> content() {
        List<String> names = list(NAMES);
        String query = names.stream()
                .filter(name -> !OF_LOOKING.contains(name))
                .map(name -> "select '" + name
                        + "|' || count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '')"
                        + " from " + name + " t")
                .collect(joining(" union all "));
        Map<String, String> content = new TreeMap<>();
        for (String row : list(query)) {
            String[] parts = row.split("\\|", 2);
            content.put(parts[0], parts[1]);
        }
        return content;
    }

    /** The first column of what {@code query} finds. */
    List<String> list(String query) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
