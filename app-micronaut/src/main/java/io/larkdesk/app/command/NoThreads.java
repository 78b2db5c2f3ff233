package io.larkdesk.app.command;

import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Makes none, so that nothing runs that is scheduled. */
public final class NoThreads implements ThreadFactory {

    @Override
    public @Nullable Thread newThread(Runnable work) {
        return null;
    }
}
