package io.larkdesk.testkit.law;

import io.larkdesk.testkit.ChangedStores;
import io.larkdesk.testkit.Stores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Good stores, but for a few methods.
 *
 * @param stores the stores as they are by now
 */
record BrokenStores(Stores stores) {

    /** What a broken method does. */
    interface Instead<T> {

        /**
         * Answers in the place of the method.
         *
         * @param store the good one
         * @param arguments those of the call; may be changed
         * @param good calls the good method with the arguments
         */
        Object answer(T store, Object[] arguments, Good good);
    }

    /** The method as it should be. */
    interface Good {

        /** Calls it with {@code arguments}. */
        Object answer(Object... arguments);
    }

    /** The same stores, in which {@code method} of {@code type} answers something else. */
    <T> BrokenStores with(Class<T> type, String method, Instead<T> instead) {
        return new BrokenStores(ChangedStores.with(stores, type, store -> proxy(type, store, method, instead)));
    }

    private static <T> T proxy(Class<T> type, T store, String name, Instead<T> instead) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Good good = changed -> call(store, method, changed);
                    return method.getName().equals(name)
                            ? instead.answer(store, arguments, good)
                            : good.answer(arguments);
                }));
    }

    private static Object call(Object store, Method method, Object[] arguments) {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
