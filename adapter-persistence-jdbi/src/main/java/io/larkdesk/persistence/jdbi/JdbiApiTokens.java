package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.TokenHash;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.token.ApiToken;
import io.larkdesk.core.token.ApiTokens;
import io.larkdesk.core.token.TokenId;
import io.larkdesk.core.token.TokenLabel;
import io.larkdesk.core.token.TokenScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code api_token}. */
final class JdbiApiTokens implements ApiTokens {

    private static final String FIND = "select * from api_token where token_hash = :hash";
    private static final String LOCK =
            "select * from api_token where tenant_id = :tenant and token_id = :token for update";
    private static final String LIST = """
            select * from api_token
            where tenant_id = :tenant
            """;
    private static final String IN_ORDER = """
            order by (revoked_at is null and expires_at > :now) desc, issued_at desc, token_id
            limit :limit
            """;
    private static final String LIST_OF = """
            select * from api_token
            where tenant_id = :personTenant and owner_id = :person
            """;
    private static final String COUNT_OPEN = """
            select count(*) from api_token
            where tenant_id = :personTenant and owner_id = :person and expires_at > :now and revoked_at is null
            """;
    private static final String SAVE = """
            insert into api_token (tenant_id, token_id, token_hash, label, owner_id, scopes, issued_at, expires_at, revoked_at)
            values (:personTenant, :token, :hash, :label, :person, :scopes, :issuedAt, :expiresAt, :revokedAt)
            on conflict (tenant_id, token_id) do update
            set label = excluded.label, scopes = excluded.scopes, expires_at = excluded.expires_at,
                revoked_at = excluded.revoked_at
            """;
    private static final String NOTE_USE = """
            update api_token set used_on = :day
            where tenant_id = :tenant and token_id = :token and (used_on is null or used_on < :day)
            """;
    private static final RowMapper<ApiToken> TOKEN = (row, context) -> token(row);

    private final JdbiTransactions transactions;

    JdbiApiTokens(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<ApiToken> find(TokenHash hash) {
        return transactions.with(handle ->
                handle.createQuery(FIND).bind("hash", hash.hex()).map(TOKEN).findOne());
    }

    @Override
    public Optional<ApiToken> lock(TenantId provider, TokenId id) {
        return transactions.withRunning(handle -> handle.createQuery(LOCK)
                .bind("tenant", provider)
                .bind("token", id.value())
                .map(TOKEN)
                .findOne());
    }

    @Override
    public List<ApiToken> list(TenantId provider, Instant now, int limit) {
        return transactions.with(handle -> handle.createQuery(LIST + IN_ORDER)
                .bind("tenant", provider)
                .bind("now", now)
                .bind("limit", limit)
                .map(TOKEN)
                .list());
    }

    @Override
    public List<ApiToken> listOf(PersonId owner, Instant now, int limit) {
        return transactions.with(handle -> Arguments.person(handle.createQuery(LIST_OF + IN_ORDER), owner)
                .bind("now", now)
                .bind("limit", limit)
                .map(TOKEN)
                .list());
    }

    @Override
    public int countOpen(PersonId owner, Instant now) {
        return transactions.with(handle -> Arguments.person(handle.createQuery(COUNT_OPEN), owner)
                .bind("now", now)
                .mapTo(int.class)
                .one());
    }

    @Override
    public void save(ApiToken token) {
        transactions.with(handle -> Arguments.person(handle.createUpdate(SAVE), token.owner())
                .bind("token", token.id().value())
                .bind("hash", token.hash().hex())
                .bind("label", token.label().text())
                .bindArray(
                        "scopes",
                        String.class,
                        token.scopes().stream().sorted().map(Enum::name).toList())
                .bind("issuedAt", token.issuedAt())
                .bind("expiresAt", token.expiresAt())
                .bind("revokedAt", token.revokedAt())
                .execute());
    }

    @Override
    public void noteUse(TenantId provider, TokenId id, LocalDate day) {
        transactions.with(handle -> handle.createUpdate(NOTE_USE)
                .bind("tenant", provider)
                .bind("token", id.value())
                .bind("day", day)
                .execute());
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                new TokenId(Columns.uuid(row, "token_id")),
                new TokenHash(row.getString("token_hash")),
                new TokenLabel(row.getString("label")),
                Columns.person(row, "tenant_id", "owner_id"),
                scopes(row),
                Columns.instant(row, "issued_at"),
                Columns.instant(row, "expires_at"),
                Optional.ofNullable(row.getObject("used_on", LocalDate.class)),
                Columns.findInstant(row, "revoked_at"));
    }

    private static Set<TokenScope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(TokenScope::valueOf)
                .collect(Collectors.toSet());
    }
}
