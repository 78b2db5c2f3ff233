package io.larkdesk.app.wiring;

import io.larkdesk.app.live.LiveConversations;
import io.larkdesk.persistence.jdbi.GroupSignals;
import io.larkdesk.persistence.jdbi.JdbiPersistence;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Signals between the nodes that something is new in a conversation. */
@Factory
final class SignalsFactory {

    @Singleton
    @Bean(preDestroy = "close")
    GroupSignals feed(JdbiPersistence persistence, LiveConversations live) {
        return persistence.signals(live::changed, live::groupsChanged, live::noted, live::catchUp);
    }
}
