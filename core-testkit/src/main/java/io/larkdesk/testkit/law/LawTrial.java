package io.larkdesk.testkit.law;

import io.larkdesk.testkit.Effort;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Lets a property try as many histories as its law says, or as it says itself, times the effort; examples are tried once. A failure is
 * reported with the law that it breaks.
 */
final class LawTrial implements AroundPropertyHook {

    LawTrial() {}

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        int usual = context.attributes().tries().orElseGet(() -> ((Law) context.testInstance()).histories());
        if (usual > 1) {
            context.attributes().setTries(Effort.of(usual));
        }
        PropertyExecutionResult result = property.execute();
        return result.throwable()
                .map(failure -> result.mapToFailed(LawBroken.of(context.containerClass(), failure)))
                .orElse(result);
    }
}
