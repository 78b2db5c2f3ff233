package io.larkdesk.persistence.jdbi;

import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables, as the migrations in {@code db/migration} make them. */
final class Schema {

    private final Flyway flyway;

    Schema(UnaryOperator<FluentConfiguration> connection) {
        this.flyway = connection
                .apply(Flyway.configure(Schema.class.getClassLoader()).locations("classpath:db/migration"))
                .load();
    }

    /** Brings the schema up to date; refuses one that a newer program made. Several nodes may try at once. */
    void migrate() {
        try {
            refuseNewer(flyway.info());
            flyway.migrate();
        } catch (FlywayException e) {
            throw failed(e);
        }
    }

    private static void refuseNewer(MigrationInfoService info) {
        for (MigrationInfo migration : info.applied()) {
            if (!migration.getState().isResolved()) {
                throw new PersistenceException(
                        "the database's schema has version " + migration.getVersion()
                                + ", which this program does not know: a newer one made it",
                        false);
            }
        }
    }

    private static PersistenceException failed(FlywayException failure) {
        return new PersistenceException("the database's schema could not be brought up to date", false, failure);
    }
}
