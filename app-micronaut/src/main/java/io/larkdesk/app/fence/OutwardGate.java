package io.larkdesk.app.fence;

import io.larkdesk.app.secrets.KeyRounds;
import io.larkdesk.app.work.Gate;
import jakarta.inject.Singleton;

/** Keeps all in while the fence is raised, or while this node lacks a key: what it would send then would fail, and another node can send it. */
@Singleton
final class OutwardGate implements Gate {

    private final FenceWatch fence;
    private final KeyRounds keys;

    OutwardGate(FenceWatch fence, KeyRounds keys) {
        this.fence = fence;
        this.keys = keys;
    }

    @Override
    public boolean isOpen() {
        return keys.found().unknown() == 0 && fence.isClear();
    }
}
