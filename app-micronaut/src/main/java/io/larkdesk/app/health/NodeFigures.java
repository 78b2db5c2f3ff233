package io.larkdesk.app.health;

import io.larkdesk.app.fence.FenceWatch;
import io.larkdesk.app.secrets.KeyRounds;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** Tells of what others on this node know already. */
@Singleton
final class NodeFigures implements ApplicationEventListener<ServerStartupEvent> {

    private final FenceWatch fence;
    private final KeyRounds keys;
    private final Impairments impairments;

    NodeFigures(FenceWatch fence, KeyRounds keys, Impairments impairments) {
        this.fence = fence;
        this.keys = keys;
        this.impairments = impairments;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        impairments.watch("fence", fence::isRaised);
        impairments.watch("keys", () -> keys.found().unknown() > 0);
    }
}
