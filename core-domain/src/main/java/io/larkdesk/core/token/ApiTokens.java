package io.larkdesk.core.token;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.TokenHash;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The tokens of the provider's systems. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface ApiTokens {

    /** The token whose secret has this hash, whatever has become of it. */
    Optional<ApiToken> find(TokenHash hash);

    /**
     * The token, whatever has become of it, held until the running transaction ends.
     *
     * @throws IllegalStateException outside a transaction
     */
    Optional<ApiToken> lock(TenantId provider, TokenId id);

    /** At most {@code limit} of all tokens: those that work at {@code now} first, and of these and the others the last one first. */
    List<ApiToken> list(TenantId provider, Instant now, int limit);

    /** At most {@code limit} of the tokens of {@code owner}, in the same order. */
    List<ApiToken> listOf(PersonId owner, Instant now, int limit);

    /** How many of the tokens of {@code owner} are neither expired at {@code now} nor withdrawn. */
    int countOpen(PersonId owner, Instant now);

    /**
     * Stores {@code token}, new or changed; but not when it was used.
     *
     * @throws io.larkdesk.core.shared.ConflictException if another token has the same hash
     */
    void save(ApiToken token);

    /** Stores that the token was used on {@code day}. An earlier day than the one known changes nothing. */
    void noteUse(TenantId provider, TokenId id, LocalDate day);
}
