package io.larkdesk.app.wiring;

import io.larkdesk.app.config.Settings;
import io.larkdesk.app.health.Impairments;
import io.larkdesk.persistence.jdbi.GroupSignals;
import io.larkdesk.persistence.jdbi.JdbiPersistence;
import io.larkdesk.persistence.jdbi.PersistenceException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How this node gets on with the database; here, because only here its classes have a name. */
@Singleton
final class DatabaseFigures {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFigures.class);

    private final JdbiPersistence persistence;
    private volatile boolean schemaIsNewer;

    DatabaseFigures(
            JdbiPersistence persistence,
            GroupSignals signals,
            Settings settings,
            MeterRegistry meters,
            Impairments impairments) {
        this.persistence = persistence;
        int most = settings.connections();
        Gauge.builder("larkdesk.db.connections.most", () -> most)
                .description("Connections to the database that there may be")
                .register(meters);
        Gauge.builder(
                        "larkdesk.db.connections.used",
                        () -> persistence.poolUse().inUse())
                .description("Connections to the database that are at work")
                .register(meters);
        Gauge.builder(
                        "larkdesk.db.connections.awaited",
                        () -> persistence.poolUse().waiting())
                .description("Threads that wait for a connection to the database")
                .register(meters);
        impairments.watch("signals", () -> !signals.isListening());
        impairments.watch("schema", () -> schemaIsNewer);
    }

    /** Another node may have changed it since. */
    @Scheduled(fixedDelay = "1m", initialDelay = "1s")
    void look() {
        try {
            schemaIsNewer = persistence.isSchemaNewer();
        } catch (PersistenceException e) {
            LOG.debug("The schema could not be looked at", e);
        }
    }
}
