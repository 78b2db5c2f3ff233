package io.larkdesk.persistence.jdbi;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The tables, as the migrations in {@code db/migration} make them. A schema that a newer program made will do, if it says so in
 * {@code schema_compatibility}: so nodes of two versions can work side by side while one takes the other's place.
 */
final class Schema {

    private static final System.Logger LOG = System.getLogger(Schema.class.getName());
    private static final String MIGRATIONS = "classpath:db/migration";

    /**
     * Whoever waits for a lock keeps all waiting who come after: so a migration gives up soon, and tries again. Not sooner than PostgreSQL, after
     * {@code deadlock_timeout}, stops an autovacuum that is in the way; whose limit ends by then never gets past one.
     */
    private static final String GIVE_UP_SOON =
            "select set_config('lock_timeout', 500 + (1000 * extract(epoch from current_setting('deadlock_timeout')::interval))::integer || 'ms', false)";

    private static final String OLDEST =
            "select set_config('larkdesk.tenant', 'all', true); select oldest from schema_compatibility";

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Flyway flyway;

    Schema(UnaryOperator<FluentConfiguration> connection) {
        this(connection, MIGRATIONS);
    }

    /** With migrations from other places, too. */
    Schema(UnaryOperator<FluentConfiguration> connection, String... locations) {
        this.flyway = connection
                .apply(Flyway.configure(Schema.class.getClassLoader()))
                .locations(locations)
                .initSql(GIVE_UP_SOON)
                .load();
    }

    /**
     * Brings the schema up to date, unless a newer program made it and says that this one can work with it. Several nodes may try at once.
     *
     * @throws PersistenceException if it cannot be brought up to date, or is too new
     */
    void migrate() {
        try {
            MigrationInfoService info = flyway.info();
            Optional<MigrationVersion> newer = newest(info, false);
            if (newer.isPresent()) {
                refuseUnlessCompatible(newer.get(), newest(info, true).orElseThrow());
            } else {
                migratePatiently();
            }
        } catch (FlywayException e) {
            throw new PersistenceException("the database's schema could not be brought up to date", false, e);
        }
    }

    /** Whether a newer program has changed it. */
    boolean isNewer() {
        try {
            return newest(flyway.info(), false).isPresent();
        } catch (FlywayException e) {
            throw new PersistenceException("the database's schema could not be looked at", false, e);
        }
    }

    /** The newest version that this program knows, or the newest of those applied that it does not. */
    private static Optional<MigrationVersion> newest(MigrationInfoService info, boolean known) {
        return Arrays.stream(info.all())
                .filter(migration -> migration.getState().isResolved() == known)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder());
    }

    private void refuseUnlessCompatible(MigrationVersion newer, MigrationVersion own) {
        Optional<MigrationVersion> oldest = oldestCompatible();
        if (oldest.filter(needed -> needed.compareTo(own) <= 0).isEmpty()) {
            throw new PersistenceException(
                    "the database's schema has version " + newer
                            + ", which a newer program made; it works with programs that know version "
                            + oldest.map(MigrationVersion::toString).orElse(newer.toString())
                            + " at least, and this one knows " + own + ": start the newer one",
                    false);
        }
        LOG.log(
                System.Logger.Level.INFO,
                "The database''s schema has version {0}; this program knows {1}, which is enough",
                newer,
                own);
    }

    private Optional<MigrationVersion> oldestCompatible() {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(OLDEST);
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? Optional.of(MigrationVersion.fromVersion(rows.getString(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException("which programs the database's schema works with cannot be read", false, e);
        }
    }

    private void migratePatiently() {
        long began = System.nanoTime();
        while (true) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                if (!isLockedOut(e) || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw e;
                }
                LOG.log(System.Logger.Level.INFO, "A migration did not get a lock soon enough, and tries again");
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static boolean isLockedOut(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
