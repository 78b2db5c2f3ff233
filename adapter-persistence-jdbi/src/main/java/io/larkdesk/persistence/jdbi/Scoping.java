package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.tenant.TenantScope;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.postgresql.PGStatement;

/**
 * Tells PostgreSQL whose rows a transaction may see and change, for the policies of V33: until its end, so that the connection's next
 * borrower has nothing of it, and in a round trip that is made anyway.
 *
 * @param current what the calling thread works in; throws where nobody has said that
 */
record Scoping(Supplier<TenantScope> current) {

    // pgjdbc sends BEGIN together with the first statement, so neither this nor reading the clock costs a round trip of
    // its own
    private static final String BEGIN = """
            select date_trunc('milliseconds', clock_timestamp()) as now, set_config('larkdesk.tenant', :scope, true)
            """;
    private static final String ALONE = "select set_config('larkdesk.tenant', :scope, true); ";

    /** Begins a transaction in the current scope, and tells the database's time. */
    Instant begin(Handle handle) {
        String scope = text();
        handle.begin();
        return handle.createQuery(BEGIN)
                .bind("scope", scope)
                .map((row, context) -> Columns.instant(row, "now"))
                .one();
    }

    /**
     * Has each statement of {@code handle}, which is in no transaction, be in one of its own in the current scope: what is sent at once is a
     * transaction. The driver would not send at once what it has prepared, so it prepares none of it.
     */
    void each(Handle handle) {
        SqlStatements statements = handle.getConfig(SqlStatements.class);
        TemplateEngine engine = statements.getTemplateEngine();
        statements.setTemplateEngine((sql, context) -> ALONE + engine.render(sql, context));
        statements.addCustomizer(new First(text()));
    }

    private String text() {
        return current.get().fold(() -> "none", tenant -> tenant.value().toString(), () -> "all");
    }

    private record First(String scope) implements StatementCustomizer {

        @Override
        public void beforeTemplating(PreparedStatement none, StatementContext context) {
            context.getBinding().addNamed("scope", scope);
        }

        @Override
        public void beforeExecution(PreparedStatement statement, StatementContext context) throws SQLException {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }

        /** Steps over the answer to the first. */
        @Override
        public void afterExecution(PreparedStatement statement, StatementContext context) throws SQLException {
            statement.getMoreResults();
        }
    }
}
