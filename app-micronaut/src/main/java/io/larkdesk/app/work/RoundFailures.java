package io.larkdesk.app.work;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.scheduling.DefaultTaskExceptionHandler;
import io.micronaut.scheduling.TaskExceptionHandler;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells operators of rounds that failed. Not while the service starts: if that is slow, the first rounds come before it is over, and whatever is
 * wrong then keeps it from starting, which it says itself, in one line.
 */
@Singleton
@Primary
@Replaces(DefaultTaskExceptionHandler.class)
public final class RoundFailures implements TaskExceptionHandler<Object, Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(RoundFailures.class);

    private volatile boolean started;

    RoundFailures() {}

    /** The service has started. */
    public void beginToTell() {
        started = true;
    }

    @Override
    public void handle(@Nullable Object bean, Throwable failure) {
        tell(bean == null ? Object.class : bean.getClass(), failure);
    }

    @Override
    public void handleCreationFailure(BeanDefinition<Object> bean, Throwable failure) {
        tell(bean.getBeanType(), failure);
    }

    private void tell(Class<?> bean, Throwable failure) {
        if (started) {
            LOG.error("A round of {} failed", bean.getSimpleName(), failure);
        } else {
            LOG.debug("A round of {} failed before the service had started", bean.getSimpleName(), failure);
        }
    }
}
