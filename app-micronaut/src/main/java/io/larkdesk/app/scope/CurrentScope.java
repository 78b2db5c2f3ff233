package io.larkdesk.app.scope;

import io.larkdesk.core.tenant.TenantScope;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * The scope in which the calling thread works. It goes with a request from thread to thread, and is said once by whoever knows who asks: the
 * filters for requests, {@link BackgroundThreads} for all other work.
 */
public final class CurrentScope {

    private CurrentScope() {}

    private record Element(TenantScope scope) implements PropagatedContextElement {}

    /**
     * The scope.
     *
     * @throws IllegalStateException if nobody has said one, which is a defect
     */
    public static TenantScope get() {
        return PropagatedContext.getOrEmpty()
                .find(Element.class)
                .map(Element::scope)
                .orElseThrow(() -> new IllegalStateException("nobody has said for which tenants "
                        + Thread.currentThread().getName() + " works"));
    }

    /** Does {@code work} in {@code scope}, whatever the scope is around it. */
    public static <T> T in(TenantScope scope, Supplier<T> work) {
        return with(scope).propagate(work);
    }

    /** Does {@code work}, which fails as streams do, in {@code scope}. */
    static <T> T call(TenantScope scope, Callable<T> work) throws IOException {
        try {
            return with(scope).wrap(work).call();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("not the failure of a stream", e);
        }
    }

    /** Does {@code work} in {@code scope}, whatever the scope is around it. */
    public static void run(TenantScope scope, Runnable work) {
        with(scope).wrap(work).run();
    }

    /** Has the request whose context it is go on in {@code scope}. */
    public static void set(MutablePropagatedContext request, TenantScope scope) {
        request.add(new Element(Objects.requireNonNull(scope, "scope")));
    }

    private static PropagatedContext with(TenantScope scope) {
        return PropagatedContext.getOrEmpty().plus(new Element(Objects.requireNonNull(scope, "scope")));
    }
}
