package io.larkdesk.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts another store in the place of one, and leaves the rest as they are. */
public final class ChangedStores {

    private ChangedStores() {}

    /**
     * The same stores, but for one.
     *
     * @param type which one: what a method of {@link Stores} returns
     * @param change makes the other store of the one that was
     */
    public static <T> Stores with(Stores stores, Class<T> type, UnaryOperator<T> change) {
        Method getter = Arrays.stream(Stores.class.getMethods())
                .filter(method -> method.getReturnType().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no store of " + type));
        T changed = change.apply(type.cast(call(stores, getter, null)));
        return (Stores) Proxy.newProxyInstance(
                Stores.class.getClassLoader(),
                new Class<?>[] {Stores.class},
                (proxy, method, arguments) -> method.equals(getter) ? changed : call(stores, method, arguments));
    }

    private static @Nullable Object call(Stores stores, Method method, @Nullable Object @Nullable [] arguments) {
        try {
            return method.invoke(stores, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
