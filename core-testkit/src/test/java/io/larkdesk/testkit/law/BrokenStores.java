package io.larkdesk.testkit.law;

import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.conversation.Presences;
import io.larkdesk.core.conversation.ReadCursors;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.ServiceGroups;
import io.larkdesk.core.invite.Invites;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Sessions;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.reminder.Permits;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.testkit.Stores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Good stores, but for a few methods. */
final class BrokenStores implements Stores {

    private final Stores stores;
    private final Map<Class<?>, UnaryOperator<Object>> broken = new HashMap<>();

    BrokenStores(Stores stores) {
        this.stores = stores;
    }

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
        broken.merge(
                type,
                store -> proxy(type, type.cast(store), method, instead),
                (first, second) -> store -> second.apply(first.apply(store)));
        return this;
    }

    private static <T> Object proxy(Class<T> type, T store, String name, Instead<T> instead) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            Good good = changed -> call(store, method, changed);
            return method.getName().equals(name) ? instead.answer(store, arguments, good) : good.answer(arguments);
        });
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

    private <T> T maybeBroken(Class<T> type, T store) {
        return type.cast(Optional.ofNullable(broken.get(type))
                .map(breaking -> breaking.apply(store))
                .orElse(store));
    }

    @Override
    public Transactions transactions() {
        return stores.transactions();
    }

    @Override
    public Tenants tenants() {
        return stores.tenants();
    }

    @Override
    public People people() {
        return stores.people();
    }

    @Override
    public Sessions sessions() {
        return stores.sessions();
    }

    @Override
    public ServiceGroups serviceGroups() {
        return stores.serviceGroups();
    }

    @Override
    public Members members() {
        return maybeBroken(Members.class, stores.members());
    }

    @Override
    public Invites invites() {
        return maybeBroken(Invites.class, stores.invites());
    }

    @Override
    public Messages messages() {
        return maybeBroken(Messages.class, stores.messages());
    }

    @Override
    public Attachments attachments() {
        return maybeBroken(Attachments.class, stores.attachments());
    }

    @Override
    public ReadCursors readCursors() {
        return stores.readCursors();
    }

    @Override
    public Presences presences() {
        return stores.presences();
    }

    @Override
    public Mentions mentions() {
        return maybeBroken(Mentions.class, stores.mentions());
    }

    @Override
    public Permits permits() {
        return maybeBroken(Permits.class, stores.permits());
    }

    @Override
    public CallBudgets callBudgets() {
        return maybeBroken(CallBudgets.class, stores.callBudgets());
    }
}
