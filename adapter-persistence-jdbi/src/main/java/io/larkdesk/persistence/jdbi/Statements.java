package io.larkdesk.persistence.jdbi;

import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Tells of statements as they end. */
final class Statements implements SqlLogger {

    private final JdbiPersistence.StatementListener listener;

    Statements(JdbiPersistence.StatementListener listener) {
        this.listener = listener;
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        tell(context, true);
    }

    @Override
    public void logException(StatementContext context, SQLException failure) {
        tell(context, false);
    }

    private void tell(StatementContext context, boolean isWell) {
        String sql = context.getRenderedSql();
        Duration took = Duration.ofNanos(context.getElapsedTime(ChronoUnit.NANOS));
        listener.ended(sql == null ? "" : sql, took, isWell);
    }
}
