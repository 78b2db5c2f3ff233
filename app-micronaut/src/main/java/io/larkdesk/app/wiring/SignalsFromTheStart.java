package io.larkdesk.app.wiring;

import io.larkdesk.persistence.jdbi.GroupSignals;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a node hear the others as soon as it serves, also if nobody ever writes on it. */
@Singleton
final class SignalsFromTheStart implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(SignalsFromTheStart.class);

    private final GroupSignals signals;

    SignalsFromTheStart(GroupSignals signals) {
        this.signals = signals;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        LOG.debug("Other nodes are heard through {}", signals);
    }
}
