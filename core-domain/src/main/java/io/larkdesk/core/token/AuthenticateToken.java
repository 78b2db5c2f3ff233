package io.larkdesk.core.token;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds out for whom a system acts. A token is found by the hash of its secret, so the time that this takes tells nothing of any other. That
 * it is used is stored once a day.
 */
@Singleton
public final class AuthenticateToken {

    private final Transactions transactions;
    private final ApiTokens tokens;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public AuthenticateToken(Transactions transactions, ApiTokens tokens, People people) {
        this.transactions = transactions;
        this.tokens = tokens;
        this.people = people;
    }

    /**
     * A token that works.
     *
     * @param token itself
     * @param person for whom it acts, with the role that lets it
     */
    public record Bearer(ApiToken token, Person person) {

        /** Refuses null. */
        public Bearer {
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(person, "person");
        }
    }

    /** The token; empty if there is none, it is expired or withdrawn, or its person may have none any more. */
    public Optional<Bearer> execute(TokenSecret secret) {
        return transactions.inTransaction(now -> tokens.find(secret.hash())
                .filter(token -> token.isOpenAt(now))
                .flatMap(token -> people.find(token.owner())
                        .filter(ApiToken::isFor)
                        .map(person -> used(new Bearer(token, person), now))));
    }

    private Bearer used(Bearer bearer, Instant now) {
        ApiToken token = bearer.token();
        if (token.isUnusedOnDayOf(now)) {
            tokens.noteUse(token.owner().tenant(), token.id(), ApiToken.dayOf(now));
        }
        return bearer;
    }
}
