package io.larkdesk.app.limits;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Knows whether what a thread does just now is {@link Urgent}: for a request that is, or because it was said so. Thread-safe. */
@Singleton
public final class UrgentWork {

    private static final String URGENT = "io.larkdesk.urgent";

    private static final ThreadLocal<Boolean> HERE = ThreadLocal.withInitial(() -> false);

    /** What is done for {@code request} is urgent from now on. */
    public static void note(HttpRequest<?> request) {
        request.setAttribute(URGENT, true);
    }

    /** Whether what this thread does is urgent. */
    public boolean isHere() {
        return HERE.get()
                || ServerRequestContext.currentRequest()
                        .map(request -> request.getAttribute(URGENT).isPresent())
                        .orElse(false);
    }

    /** Does {@code work}, which is urgent. */
    public <T> T call(Supplier<T> work) {
        boolean before = HERE.get();
        HERE.set(true);
        try {
            return work.get();
        } finally {
            HERE.set(before);
        }
    }
}
