package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.shared.TokenHash;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.token.ApiToken;
import io.larkdesk.core.token.TokenId;
import io.larkdesk.core.token.TokenLabel;
import io.larkdesk.core.token.TokenScope;
import io.larkdesk.testkit.SeededRandomness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.token.ApiTokens}. */
public abstract class ApiTokensContract extends StoresContract {

    private static final Duration DAY = Duration.ofDays(1);

    private final SeededRandomness randomness = new SeededRandomness(22);
    private final TenantId provider = new TenantId(randomness.uuid());
    private final PersonId sofia = new PersonId(provider, randomness.uuid());

    /** Made for subclasses. */
    protected ApiTokensContract() {}

    private ApiToken token(PersonId owner, Instant issuedAt) {
        return token(owner, issuedAt, BearerToken.issue(randomness).hash());
    }

    private ApiToken token(PersonId owner, Instant issuedAt, TokenHash hash) {
        return new ApiToken(
                new TokenId(randomness.uuid()),
                hash,
                new TokenLabel("Data warehouse"),
                owner,
                Set.of(TokenScope.TICKETS_READ, TokenScope.NOTES_WRITE),
                issuedAt,
                issuedAt.plus(DAY),
                Optional.empty(),
                Optional.empty());
    }

    private static ApiToken revoked(ApiToken token, Instant at) {
        return new ApiToken(
                token.id(),
                token.hash(),
                token.label(),
                token.owner(),
                token.scopes(),
                token.issuedAt(),
                token.expiresAt(),
                token.usedOn(),
                Optional.of(at));
    }

    @Test
    void aTokenIsFoundByItsHashAsItWasStoredLast() {
        ApiToken token = token(sofia, present());
        stores().apiTokens().save(token);
        assertThat(stores().apiTokens().find(token.hash())).contains(token);
        assertThat(stores().apiTokens().find(BearerToken.issue(randomness).hash()))
                .isEmpty();

        ApiToken revoked = revoked(token, present());
        stores().apiTokens().save(revoked);
        assertThat(stores().apiTokens().find(token.hash())).contains(revoked);
    }

    @Test
    void aTokenIsLockedWithinItsProvider() {
        ApiToken token = token(sofia, present());
        stores().apiTokens().save(token);

        inTransaction(now -> {
            assertThat(stores().apiTokens().lock(provider, token.id())).contains(token);
            assertThat(stores().apiTokens().lock(new TenantId(randomness.uuid()), token.id()))
                    .isEmpty();
        });
        assertThatThrownBy(() -> stores().apiTokens().lock(provider, token.id()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLastIssuedIsListedFirst() {
        Instant now = present();
        ApiToken first = token(sofia, now);
        ApiToken second = token(new PersonId(provider, randomness.uuid()), now.plusMillis(1));
        stores().apiTokens().save(first);
        stores().apiTokens().save(second);
        stores().apiTokens().save(token(new PersonId(new TenantId(randomness.uuid()), randomness.uuid()), now));

        assertThat(stores().apiTokens().list(provider, now, 9)).containsExactly(second, first);
        assertThat(stores().apiTokens().list(provider, now, 1)).containsExactly(second);
        assertThat(stores().apiTokens().listOf(sofia, now, 9)).containsExactly(first);
    }

    @Test
    void thoseThatWorkAreListedBeforeThoseThatWorkNoMore() {
        Instant now = present();
        ApiToken old = token(sofia, now);
        ApiToken withdrawn = revoked(token(sofia, now.plusMillis(1)), now.plusMillis(2));
        stores().apiTokens().save(old);
        stores().apiTokens().save(withdrawn);

        assertThat(stores().apiTokens().list(provider, now, 1)).containsExactly(old);
        assertThat(stores().apiTokens().listOf(sofia, now, 1)).containsExactly(old);
        assertThat(stores().apiTokens().listOf(sofia, old.expiresAt(), 9)).containsExactly(withdrawn, old);
    }

    @Test
    void onlyThoseThatWorkAreCounted() {
        Instant now = present();
        ApiToken token = token(sofia, now);
        stores().apiTokens().save(token);
        stores().apiTokens().save(revoked(token(sofia, now), now));
        stores().apiTokens().save(token(new PersonId(provider, randomness.uuid()), now));

        assertThat(stores().apiTokens().countOpen(sofia, token.expiresAt().minusMillis(1)))
                .isEqualTo(1);
        assertThat(stores().apiTokens().countOpen(sofia, token.expiresAt())).isZero();
    }

    @Test
    void theLastDayOfUseStaysWhateverIsStored() {
        ApiToken token = token(sofia, present());
        LocalDate day = LocalDate.of(2026, 2, 28);
        stores().apiTokens().save(token);
        stores().apiTokens().noteUse(provider, token.id(), day);
        stores().apiTokens().noteUse(provider, token.id(), day.minusDays(1));
        stores().apiTokens().save(revoked(token, present()));

        assertThat(stores().apiTokens().find(token.hash()).flatMap(ApiToken::usedOn))
                .contains(day);
    }

    @Test
    void noTwoHaveTheSameHash() {
        ApiToken token = token(sofia, present());
        stores().apiTokens().save(token);

        assertThatThrownBy(() -> stores().apiTokens().save(token(sofia, present(), token.hash())))
                .isInstanceOf(ConflictException.class);
    }
}
