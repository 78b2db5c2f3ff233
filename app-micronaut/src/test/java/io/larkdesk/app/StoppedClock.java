package io.larkdesk.app;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** A new database whose clock stands still, so that all that happens has its time from the test. Everything is stored by that clock. */
public final class StoppedClock {

    private final String url = TestServer.newDatabase();

    /** The clock stands at {@code now}. */
    public StoppedClock(Instant now) {
        String database = URI.create(url.substring("jdbc:".length())).getPath().substring(1);
        // What stands in the path before pg_catalog goes before PostgreSQL's own; tables go to its first schema, as
        // ever
        execute("""
                create schema stopped;
                create table stopped.clock (now timestamptz not null);
                create function stopped.clock_timestamp() returns timestamptz language sql as 'select now from stopped.clock';
                insert into stopped.clock values ('%s');
                grant usage on schema stopped to public;
                grant select on stopped.clock to public;
                alter database %s set search_path = public, stopped, pg_catalog
                """.formatted(now, database));
    }

    /** The database's address, for JDBC. */
    public String database() {
        return url;
    }

    /** Sets the clock. */
    public void set(Instant now) {
        execute("update stopped.clock set now = '" + now + "'");
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
