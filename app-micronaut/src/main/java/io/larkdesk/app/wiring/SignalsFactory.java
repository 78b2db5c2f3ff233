package io.larkdesk.app.wiring;

import io.larkdesk.app.live.LiveConversations;
import io.larkdesk.app.live.Onlookers;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.persistence.jdbi.GroupSignals;
import io.larkdesk.persistence.jdbi.JdbiPersistence;
import io.larkdesk.persistence.jdbi.SignalsHeard;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Signals between the nodes that something is new. */
@Factory
final class SignalsFactory {

    @Singleton
    @Bean(preDestroy = "close")
    GroupSignals feed(JdbiPersistence persistence, LiveConversations live, Onlookers onlookers) {
        return persistence.signals(new ToPages(live, onlookers));
    }

    /** Hands on what is heard to the pages that are open here. */
    private record ToPages(LiveConversations live, Onlookers onlookers) implements SignalsHeard {

        @Override
        public void changed(GroupId group) {
            live.changed(group);
        }

        @Override
        public void groupsChanged(PersonId person) {
            live.groupsChanged(person);
        }

        @Override
        public void noted(GroupId ticket) {
            live.noted(ticket);
        }

        @Override
        public void onboardingChanged(TenantId customer) {
            onlookers.changed(customer);
        }

        @Override
        public void lost() {
            live.catchUp();
            onlookers.catchUp();
        }
    }
}
