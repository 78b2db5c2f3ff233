package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.shared.ConflictException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Puts what JDBC and Jdbi throw into the stores' own words. Jdbi's exceptions are not kept as causes: their messages carry the
 * statement's arguments, which are words and secrets of users.
 */
final class Failures {

    private static final String UNIQUE_VIOLATION = "23505";

    /** Serialization failure, deadlock, lock not available in time: the transaction may work when it is run again. */
    private static final Set<String> COLLISIONS = Set.of("40001", "40P01", "55P03");

    /** A statement was prepared before somebody added a column to what it selects. The pool gives up the connection, on which it stays so. */
    private static final String STALE_PLAN = "0A000";

    /** Statement cancelled or timed out, server shutting down or starting, or one that only reads, as before it takes over from another. */
    private static final Set<String> TEMPORARY = Set.of("57014", "57P01", "57P02", "57P03", "25P03", "57P05", "25006");

    private Failures() {}

    /** What a store throws instead of {@code failure}. */
    static RuntimeException translate(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst()
                .map(Failures::translate)
                .orElseGet(() -> new PersistenceException(
                        "the database could not be used: " + failure.getClass().getSimpleName(), false, failure));
    }

    /** Whether the connection itself is gone, so that another one may do. */
    static boolean isConnectionLost(Throwable failure) {
        return failure.getCause() instanceof SQLException sql
                && (state(sql).startsWith("08") || state(sql).startsWith("57P0"));
    }

    /** Whether it was for a connection that another program's migration has made useless: any number of them may come one after the other. */
    static boolean isStalePlan(Throwable failure) {
        return failure.getCause() instanceof SQLException sql && state(sql).equals(STALE_PLAN);
    }

    private static RuntimeException translate(SQLException failure) {
        String state = state(failure);
        if (state.equals(UNIQUE_VIOLATION)) {
            return new ConflictException("something like it exists already" + constraint(failure), failure);
        }
        if (COLLISIONS.contains(state) || state.equals(STALE_PLAN)) {
            return new ConflictException("another transaction was in the way (SQLSTATE " + state + ")", failure);
        }
        boolean temporary = failure instanceof SQLTransientException
                || state.startsWith("08")
                || state.startsWith("53")
                || TEMPORARY.contains(state);
        return new PersistenceException("the database refused or failed (SQLSTATE " + state + ")", temporary, failure);
    }

    private static String state(SQLException failure) {
        return Optional.ofNullable(failure.getSQLState()).orElse("none");
    }

    private static String constraint(SQLException failure) {
        return Optional.of(failure)
                .filter(PSQLException.class::isInstance)
                .map(sql -> ((PSQLException) sql).getServerErrorMessage())
                .map(ServerErrorMessage::getConstraint)
                .map(name -> " (" + name + ")")
                .orElse("");
    }
}
