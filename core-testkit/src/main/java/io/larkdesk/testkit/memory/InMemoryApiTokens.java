package io.larkdesk.testkit.memory;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.shared.TokenHash;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.token.ApiToken;
import io.larkdesk.core.token.ApiTokens;
import io.larkdesk.core.token.TokenId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Tokens by provider and id; and the days on which they were used last. */
final class InMemoryApiTokens implements ApiTokens {

    private static final Comparator<ApiToken> LAST_FIRST = Comparator.comparing(ApiToken::issuedAt)
            .reversed()
            .thenComparing(token -> token.id().value());

    private final InMemoryTransactions transactions;
    private final Table<Key, ApiToken> tokens;
    private final Table<Key, LocalDate> uses;

    InMemoryApiTokens(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.tokens = new Table<>(transactions);
        this.uses = new Table<>(transactions);
    }

    private record Key(TenantId provider, TokenId id) {

        static Key of(ApiToken token) {
            return new Key(token.owner().tenant(), token.id());
        }
    }

    @Override
    public Optional<ApiToken> find(TokenHash hash) {
        return tokens.list().stream()
                .filter(token -> token.hash().equals(hash))
                .findFirst()
                .map(this::used);
    }

    @Override
    public Optional<ApiToken> lock(TenantId provider, TokenId id) {
        transactions.require();
        tokens.hold(new Key(provider, id));
        return tokens.find(new Key(provider, id)).map(this::used);
    }

    @Override
    public List<ApiToken> list(TenantId provider, Instant now, int limit) {
        return list(token -> token.owner().tenant().equals(provider), now, limit);
    }

    @Override
    public List<ApiToken> listOf(PersonId owner, Instant now, int limit) {
        return list(token -> token.owner().equals(owner), now, limit);
    }

    private List<ApiToken> list(Predicate<ApiToken> which, Instant now, int limit) {
        return tokens.list().stream()
                .filter(which)
                .sorted(Comparator.<ApiToken, Boolean>comparing(token -> !token.isOpenAt(now))
                        .thenComparing(LAST_FIRST))
                .limit(limit)
                .map(this::used)
                .toList();
    }

    @Override
    public int countOpen(PersonId owner, Instant now) {
        return (int) tokens.list().stream()
                .filter(token -> token.owner().equals(owner) && token.isOpenAt(now))
                .count();
    }

    @Override
    public void save(ApiToken token) {
        transactions.inTransaction(now -> {
            boolean isTaken = tokens.list().stream()
                    .anyMatch(other ->
                            other.hash().equals(token.hash()) && !other.id().equals(token.id()));
            if (isTaken) {
                throw new ConflictException("another token has the same hash");
            }
            tokens.put(Key.of(token), token);
            return token;
        });
    }

    @Override
    public void noteUse(TenantId provider, TokenId id, LocalDate day) {
        transactions.inTransaction(now -> {
            Key key = new Key(provider, id);
            if (uses.find(key).filter(known -> !known.isBefore(day)).isEmpty()) {
                uses.put(key, day);
            }
            return day;
        });
    }

    private ApiToken used(ApiToken token) {
        return new ApiToken(
                token.id(),
                token.hash(),
                token.label(),
                token.owner(),
                token.scopes(),
                token.issuedAt(),
                token.expiresAt(),
                uses.find(Key.of(token)),
                token.revokedAt());
    }
}
