package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.Session;
import io.larkdesk.core.person.SessionKey;
import io.larkdesk.core.person.Sessions;
import io.larkdesk.core.shared.TokenHash;
import io.larkdesk.core.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tables {@code session} and {@code sign_in_ended}. */
final class JdbiSessions implements Sessions {

    private static final String FIND = "select * from session where session_key = :key";
    private static final String FIND_HELD = """
            select * from session
            join person using (tenant_id, person_id)
            join tenant using (tenant_id)
            where session_key = :key
            """;
    private static final String LIST_ALL =
            "select * from session where session_key in (select decode(hex, 'hex') from unnest(:keys) as wanted (hex))";
    private static final String END_ATTEMPT = """
            insert into sign_in_ended (tenant_id, attempt_hash, until) values (:tenant, :hash, :until)
            on conflict do nothing
            """;
    private static final String SAVE = """
            insert into session (tenant_id, person_id, session_key, opened_at, seen_at, expires_at)
            values (:personTenant, :person, :key, :openedAt, :seenAt, :expiresAt)
            on conflict (tenant_id, person_id, session_key) do update
            set opened_at = excluded.opened_at, seen_at = excluded.seen_at, expires_at = excluded.expires_at
            """;
    private static final String UPDATE = """
            update session set seen_at = :seenAt, expires_at = :expiresAt
            where tenant_id = :personTenant and person_id = :person and session_key = :key
            """;
    private static final String DELETE = "delete from session where session_key = :key";
    private static final String DELETE_ALL_OF =
            "delete from session where tenant_id = :personTenant and person_id = :person";
    private static final String DELETE_ALL_OF_TENANT = "delete from session where tenant_id = :tenant";
    private static final String DELETE_EXPIRED = "delete from session where expires_at <= :now";
    private static final String FORGET_ATTEMPTS = "delete from sign_in_ended where until <= :now";
    private static final RowMapper<Session> SESSION = (row, context) -> session(row);

    private final JdbiTransactions transactions;

    JdbiSessions(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Session> find(SessionKey key) {
        return transactions.with(handle ->
                handle.createQuery(FIND).bind("key", bytes(key)).map(SESSION).findOne());
    }

    @Override
    public Optional<Held> findHeld(SessionKey key) {
        return transactions.with(handle -> handle.createQuery(FIND_HELD)
                .bind("key", bytes(key))
                .map((row, context) -> new Held(session(row), JdbiPeople.person(row), JdbiTenants.tenant(row)))
                .findOne());
    }

    @Override
    public List<Session> listAll(Collection<SessionKey> keys) {
        return transactions.with(handle -> handle.createQuery(LIST_ALL)
                .bindArray(
                        "keys", String.class, keys.stream().map(SessionKey::hex).toList())
                .map(SESSION)
                .list());
    }

    @Override
    public boolean endAttempt(TenantId tenant, TokenHash attempt, Instant until) {
        return transactions.with(handle -> handle.createUpdate(END_ATTEMPT)
                        .bind("tenant", tenant)
                        .bind("hash", attempt.hex())
                        .bind("until", until)
                        .execute()
                == 1);
    }

    @Override
    public void save(Session session) {
        transactions.with(handle -> Arguments.person(handle.createUpdate(SAVE), session.person())
                .bind("key", bytes(session.key()))
                .bind("openedAt", session.openedAt())
                .bind("seenAt", session.seenAt())
                .bind("expiresAt", session.expiresAt())
                .execute());
    }

    @Override
    public void update(Session session) {
        transactions.with(handle -> Arguments.person(handle.createUpdate(UPDATE), session.person())
                .bind("key", bytes(session.key()))
                .bind("seenAt", session.seenAt())
                .bind("expiresAt", session.expiresAt())
                .execute());
    }

    @Override
    public void delete(SessionKey key) {
        transactions.with(
                handle -> handle.createUpdate(DELETE).bind("key", bytes(key)).execute());
    }

    @Override
    public void deleteAllOf(PersonId person) {
        transactions.with(handle ->
                Arguments.person(handle.createUpdate(DELETE_ALL_OF), person).execute());
    }

    @Override
    public void deleteAllOf(TenantId tenant) {
        transactions.with(handle ->
                handle.createUpdate(DELETE_ALL_OF_TENANT).bind("tenant", tenant).execute());
    }

    @Override
    public int deleteExpired(Instant now) {
        return transactions.with(handle -> {
            handle.createUpdate(FORGET_ATTEMPTS).bind("now", now).execute();
            return handle.createUpdate(DELETE_EXPIRED).bind("now", now).execute();
        });
    }

    private static byte[] bytes(SessionKey key) {
        return HexFormat.of().parseHex(key.hex());
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                new SessionKey(HexFormat.of().formatHex(row.getBytes("session_key"))),
                Columns.person(row, "tenant_id", "person_id"),
                Columns.instant(row, "opened_at"),
                Columns.instant(row, "seen_at"),
                Columns.instant(row, "expires_at"));
    }
}
