package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.token.KeptAnswer;
import io.larkdesk.core.token.KeptAnswers;
import io.larkdesk.core.token.RequestHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table {@code kept_answer}. A place is taken by a lock of its own, since at first there is no row. */
final class JdbiKeptAnswers implements KeptAnswers {

    private static final String CLAIM =
            "select pg_try_advisory_xact_lock(hashtextextended(:token::text || ' ' || :key, 0))";
    private static final String FIND =
            "select * from kept_answer where tenant_id = :tenant and token_id = :token and key = :key";
    private static final String FORGET =
            "delete from kept_answer where tenant_id = :tenant and token_id = :token and answered_at <= :before";
    private static final String KEEP = """
            insert into kept_answer (tenant_id, token_id, key, request_hash, answered_at, status, body, location)
            values (:tenant, :token, :key, :request, :at, :status, :body, :location)
            on conflict (tenant_id, token_id, key) do update
            set request_hash = excluded.request_hash, answered_at = excluded.answered_at, status = excluded.status,
                body = excluded.body, location = excluded.location
            """;

    private final JdbiTransactions transactions;

    JdbiKeptAnswers(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean claim(KeptAnswer.Place place) {
        return transactions.withRunning(handle -> handle.createQuery(CLAIM)
                .bind("token", place.token().value())
                .bind("key", place.key().text())
                .mapTo(boolean.class)
                .one());
    }

    @Override
    public Optional<KeptAnswer> find(KeptAnswer.Place place) {
        return transactions.with(handle -> at(handle.createQuery(FIND), place)
                .map((row, context) -> kept(place, row))
                .findOne());
    }

    @Override
    public void keep(KeptAnswer answer, Instant before) {
        transactions.inTransaction(same -> transactions.withRunning(handle -> {
            handle.createUpdate(FORGET)
                    .bind("tenant", answer.place().provider())
                    .bind("token", answer.place().token().value())
                    .bind("before", before)
                    .execute();
            return at(handle.createUpdate(KEEP), answer.place())
                    .bind("request", answer.request().hex())
                    .bind("at", answer.at())
                    .bind("status", answer.answer().status())
                    .bind("body", answer.answer().body())
                    .bind("location", answer.answer().location())
                    .execute();
        }));
    }

    private static <S extends SqlStatement<S>> S at(S statement, KeptAnswer.Place place) {
        return statement
                .bind("tenant", place.provider())
                .bind("token", place.token().value())
                .bind("key", place.key().text());
    }

    private static KeptAnswer kept(KeptAnswer.Place place, ResultSet row) throws SQLException {
        return new KeptAnswer(
                place,
                new RequestHash(row.getString("request_hash")),
                Columns.instant(row, "answered_at"),
                new KeptAnswer.Answer(row.getInt("status"), row.getString("body"), Columns.findText(row, "location")));
    }
}
