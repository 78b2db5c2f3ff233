package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.answer.AnswerName;
import io.larkdesk.core.answer.CannedAnswer;
import io.larkdesk.core.answer.CannedAnswers;
import io.larkdesk.core.conversation.MessageBody;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code canned_answer}, whose rows are the provider's. */
final class JdbiCannedAnswers implements CannedAnswers {

    private static final String OF_PROVIDER =
            " where tenant_id = (select tenant_id from tenant where kind = 'PROVIDER')";
    private static final String LIST = "select * from canned_answer" + OF_PROVIDER + " order by name collate \"C\"";
    private static final String SAVE = """
            insert into canned_answer (tenant_id, name, body, version)
            select tenant_id, :name, :body, :version from tenant where kind = 'PROVIDER'
            on conflict (tenant_id, name) do update set body = excluded.body, version = excluded.version
            """;
    private static final String REMOVE = "delete from canned_answer" + OF_PROVIDER + " and name = :name";
    private static final RowMapper<CannedAnswer> ANSWER = (row, context) -> new CannedAnswer(
            new AnswerName(row.getString("name")), new MessageBody(row.getString("body")), row.getLong("version"));

    private final JdbiTransactions transactions;

    JdbiCannedAnswers(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<CannedAnswer> list() {
        return transactions.with(JdbiCannedAnswers::list);
    }

    @Override
    public List<CannedAnswer> lock() {
        return transactions.withRunning(handle -> {
            handle.createQuery(JdbiTenants.LOCK_PROVIDER).mapTo(String.class).findOne();
            return list(handle);
        });
    }

    private static List<CannedAnswer> list(Handle handle) {
        return handle.createQuery(LIST).map(ANSWER).list();
    }

    @Override
    public void save(CannedAnswer answer) {
        transactions.with(handle -> handle.createUpdate(SAVE)
                .bind("name", answer.name().value())
                .bind("body", answer.body().text())
                .bind("version", answer.version())
                .execute());
    }

    @Override
    public void remove(AnswerName name) {
        transactions.with(
                handle -> handle.createUpdate(REMOVE).bind("name", name.value()).execute());
    }
}
