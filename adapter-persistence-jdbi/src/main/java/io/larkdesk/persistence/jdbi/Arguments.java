package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.sql.Types;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlStatement;

/** Binds the core's values: instants as UTC, so that neither the session's nor the machine's zone matters. */
final class Arguments {

    /** Where pages by id begin: no id comes before it. */
    static final UUID BEFORE_ALL = new UUID(0, 0);

    private Arguments() {}

    static void register(Jdbi jdbi) {
        jdbi.registerArgument(new InstantArguments());
        jdbi.registerArgument(new MonthArguments());
        jdbi.registerArgument(new TenantArguments());
        jdbi.registerArrayType(UUID.class, "uuid");
        jdbi.registerArrayType(Long.class, "int8");
        jdbi.registerArrayType(Integer.class, "int4");
        jdbi.registerArrayType(String.class, "text");
    }

    /**
     * Binds {@code value}, or null of the database's type {@code type}. The driver asks of what type a null is that has none, and from then on
     * waits once more each time it runs the statement.
     */
    static <S extends SqlStatement<S>> void optional(S statement, String name, String type, Optional<?> value) {
        value.ifPresentOrElse(
                present -> statement.bind(name, present),
                () -> statement.bind(
                        name, (Argument) (position, sql, context) -> sql.setNull(position, Types.OTHER, type)));
    }

    /** Binds {@code :tenant} and {@code :group}. */
    static <S extends SqlStatement<S>> S group(S statement, GroupId group) {
        return statement.bind("tenant", group.tenant()).bind("group", group.value());
    }

    /** Binds {@code :personTenant} and {@code :person}. */
    static <S extends SqlStatement<S>> S person(S statement, PersonId person) {
        return statement.bind("personTenant", person.tenant()).bind("person", person.value());
    }

    /** Binds the arrays {@code :tenants} and {@code :groups}. */
    static <S extends SqlStatement<S>> S groups(S statement, Collection<GroupId> groups) {
        return statement
                .bindArray(
                        "tenants",
                        UUID.class,
                        groups.stream().map(group -> group.tenant().value()).toList())
                .bindArray(
                        "groups",
                        UUID.class,
                        groups.stream().map(GroupId::value).toList());
    }

    /** Binds the arrays {@code :tenants}, {@code :groups} and {@code :seqs}. */
    static <S extends SqlStatement<S>> S messages(S statement, Collection<MessageId> messages) {
        return groups(statement, messages.stream().map(MessageId::group).toList())
                .bindArray(
                        "seqs",
                        Long.class,
                        messages.stream().map(MessageId::seq).toList());
    }

    /** Binds the arrays {@code :personTenants} and {@code :persons}. */
    static <S extends SqlStatement<S>> S persons(S statement, Collection<PersonId> persons) {
        return statement
                .bindArray(
                        "personTenants",
                        UUID.class,
                        persons.stream().map(person -> person.tenant().value()).toList())
                .bindArray(
                        "persons",
                        UUID.class,
                        persons.stream().map(PersonId::value).toList());
    }

    private static final class InstantArguments extends AbstractArgumentFactory<Instant> {
        InstantArguments() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value.atOffset(ZoneOffset.UTC));
        }
    }

    private static final class MonthArguments extends AbstractArgumentFactory<YearMonth> {
        MonthArguments() {
            super(Types.DATE);
        }

        @Override
        protected Argument build(YearMonth value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value.atDay(1));
        }
    }

    private static final class TenantArguments extends AbstractArgumentFactory<TenantId> {
        TenantArguments() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(TenantId value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value.value());
        }
    }
}
