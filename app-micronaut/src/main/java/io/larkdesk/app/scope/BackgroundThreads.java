package io.larkdesk.app.scope;

import io.larkdesk.core.tenant.TenantScope;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads for work that nobody asked for, which is for all tenants. */
public final class BackgroundThreads implements ThreadFactory {

    private final String name;
    private final AtomicInteger count = new AtomicInteger();

    /** Threads for what is done now and then. */
    public BackgroundThreads() {
        this("scheduled");
    }

    /** Threads that are called {@code name}, and a number. */
    public BackgroundThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable work) {
        return daemon(name + "-" + count.incrementAndGet(), work);
    }

    /** One such thread, called {@code name}. */
    public static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(() -> CurrentScope.run(new TenantScope.Everybody(), work), name);
        thread.setDaemon(true);
        return thread;
    }
}
