package io.larkdesk.app.command;

import io.larkdesk.app.fence.FenceWatch;
import jakarta.inject.Singleton;

/** Says that a backup was restored. */
@Singleton
final class Fencing {

    private final FenceWatch watch;

    Fencing(FenceWatch watch) {
        this.watch = watch;
    }

    boolean execute() {
        watch.raise();
        return true;
    }
}
