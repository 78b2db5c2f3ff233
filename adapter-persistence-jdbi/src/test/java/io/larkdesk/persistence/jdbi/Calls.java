package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.TicketQuery;
import io.larkdesk.testkit.FullTenant;
import io.larkdesk.testkit.Stores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Calls of stores with whatever they take, made up where it matters little. */
final class Calls {

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final Map<Type, Object> PLAIN = Map.of(
            int.class,
            1_000, //
            UUID.class,
            new UUID(1, 2),
            String.class,
            "a".repeat(64),
            boolean.class,
            false,
            AppId.class,
            new AppId("cli_none"),
            YearMonth.class,
            YearMonth.of(2026, 5),
            Duration.class,
            Duration.ZERO);

    private Calls() {}

    static String name(Method store, Method method) {
        return store.getName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Calls it in a transaction that is rolled back; what comes of it does not matter, as long as the database took the statements. */
    static void call(Transactions transactions, Stores stores, Method store, Method method, FullTenant tenant) {
        try {
            transactions.inTransaction(now -> {
                invoke(method, invoke(store, stores), arguments(method, tenant));
                throw new OverException();
            });
        } catch (OverException e) {
            return;
        } catch (PersistenceException e) {
            // Some make rows of whatever tenant they are asked for: the wall refuses that
            if (!(e.getCause() instanceof SQLException refused && "42501".equals(refused.getSQLState()))) {
                throw new AssertionError(name(store, method), e);
            }
        } catch (RuntimeException e) {
            if (e.getCause() instanceof UnableToExecuteStatementException) {
                throw new AssertionError(name(store, method), e);
            }
        }
    }

    private static final class OverException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static Object invoke(Method method, Object on, Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object[] arguments(Method method, FullTenant tenant) {
        Type[] types = method.getGenericParameterTypes();
        Object[] arguments = new Object[types.length];
        boolean first = true;
        for (int i = 0; i < types.length; i++) {
            boolean isDue = method.getName().matches(".*(Due|Alerting|Silent)");
            arguments[i] = value(types[i], first && !isDue ? "from" : "until", tenant);
            first = first && !(types[i] == Instant.class || types[i] == LocalDate.class);
        }
        if ("listBefore".equals(method.getName())) {
            arguments[1] = Long.MAX_VALUE;
        }
        return "chunk".equals(method.getName()) ? new Object[] {arguments[0], 0} : arguments;
    }

    private static Object value(Type type, String name, FullTenant tenant) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            return raw == Optional.class
                    ? Optional.empty()
                    : raw == Set.class
                            ? Set.of(value(generic.getActualTypeArguments()[0], name, tenant))
                            : List.of(value(generic.getActualTypeArguments()[0], name, tenant));
        }
        if (type == TenantId.class) {
            return tenant.tenant().id();
        }
        if (type == GroupId.class) {
            return tenant.group().id();
        }
        if (type == PersonId.class) {
            return tenant.person().id();
        }
        if (type == TicketQuery.Scope.class) {
            return new TicketQuery.OfGroup(tenant.group().id());
        }
        if (type == Instant.class) {
            return name.startsWith("from") ? Instant.EPOCH : LATER;
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2026, name.startsWith("from") ? 1 : 12, 1);
        }
        if (type == long.class) {
            return "value".equals(name) ? 1L : 0L;
        }
        Class<?> plain = (Class<?>) type;
        return PLAIN.containsKey(plain)
                ? PLAIN.get(plain)
                : plain.isEnum() ? plain.getEnumConstants()[0] : record(plain, tenant);
    }

    private static Object record(Class<?> type, FullTenant tenant) {
        if (type.isSealed()) {
            return value(type.getPermittedSubclasses()[0], "", tenant);
        }
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalStateException("no way to make a " + type.getName());
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = Arrays.stream(components)
                    .map(component -> value(component.getGenericType(), component.getName(), tenant))
                    .toArray();
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no way to make a " + type.getName(), e);
        }
    }
}
