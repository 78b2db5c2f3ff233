package io.larkdesk.persistence.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jdbi.v3.core.statement.TemplateEngine;

/** Statements without what says whose rows they want; and a look at all that they find. */
final class ForgetfulStatements implements StatementCustomizer {

    /** Conditions on keys, tenants and what is as unique, one by one and in lists. */
    private static final List<String> CONDITIONS = List.of(
            "[\\w.]*(_id|_key|_hash|_number)\\s*=\\s*:\\w+",
            "\\([\\w., ]*_id\\)\\s*=\\s*\\([^)]*\\)",
            "\\([\\w., ]*_id\\)\\s+in\\s+\\(select \\* from unnest\\([^)]*\\)\\)",
            "[\\w.]*(_id|_key)\\s+in\\s+\\(select [^()]*(\\([^)]*\\)[^()]*)*\\)",
            "[\\w.]*_id\\s*=\\s*any\\(:\\w+\\)");

    private final List<String> traces;
    private long foreignRows;

    /** Looks for {@code traces}. */
    ForgetfulStatements(List<String> traces) {
        this.traces = List.copyOf(traces);
    }

    void install(Jdbi jdbi) {
        Arguments.register(jdbi);
        SqlStatements statements = jdbi.getConfig(SqlStatements.class);
        TemplateEngine engine = statements.getTemplateEngine();
        statements.setTemplateEngine((sql, context) -> stripped(engine.render(sql, context)));
        statements.setUnusedBindingAllowed(true);
        statements.addCustomizer(this);
        jdbi.setStatementBuilderFactory(connection -> new Scrolling());
    }

    static String stripped(String sql) {
        String rest = sql;
        for (String condition : CONDITIONS) {
            rest = rest.replaceAll("(?<![\\w.(])" + condition, "true");
        }
        return rest;
    }

    void forget() {
        foreignRows = 0;
    }

    long foreignRows() {
        return foreignRows;
    }

    @Override
    public void afterExecution(PreparedStatement statement, StatementContext context) throws SQLException {
        ResultSet rows = statement.getResultSet();
        if (rows == null || rows.getType() == ResultSet.TYPE_FORWARD_ONLY) {
            return;
        }
        while (rows.next()) {
            if (isForeign(rows)) {
                foreignRows++;
            }
        }
        rows.beforeFirst();
    }

    private boolean isForeign(ResultSet row) throws SQLException {
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            String value = row.getString(column);
            if (value != null && traces.stream().anyMatch(value::contains)) {
                return true;
            }
        }
        return false;
    }

    /** Lets rows be looked at before they are read. */
    private static final class Scrolling extends DefaultStatementBuilder implements StatementBuilder {

        @Override
        public PreparedStatement create(Connection connection, String sql, StatementContext context)
                throws SQLException {
            return connection.prepareStatement(sql, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        }
    }
}
