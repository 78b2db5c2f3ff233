package io.larkdesk.core.token;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** An administrator or a TAM makes a token that acts for that person. Its secret is told once, and then known to nobody but its bearer. */
@Singleton
public final class IssueToken {

    private final Transactions transactions;
    private final People people;
    private final ApiTokens tokens;
    private final Randomness randomness;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public IssueToken(
            Transactions transactions, People people, ApiTokens tokens, Randomness randomness, RecordAudit audit) {
        this.transactions = transactions;
        this.people = people;
        this.tokens = tokens;
        this.randomness = randomness;
        this.audit = audit;
    }

    /**
     * What is wanted.
     *
     * @param owner who makes it, and for whom it acts
     * @param label what it is called
     * @param scopes what it may be used for; at least one
     * @param lifetime how long it lasts, at most {@link ApiToken#LONGEST}
     */
    public record Command(PersonId owner, TokenLabel label, Set<TokenScope> scopes, Duration lifetime) {

        /** Copies the set; refuses no scope, and a lifetime that no token has. */
        public Command {
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(label, "label");
            scopes = Set.copyOf(scopes);
            if (scopes.isEmpty()) {
                throw new IllegalArgumentException("scopes is empty");
            }
            if (!ApiToken.isLifetime(lifetime)) {
                throw new IllegalArgumentException("lifetime is not positive, or too long: " + lifetime);
            }
        }
    }

    /** How it ended. */
    public sealed interface Result {}

    /**
     * There is a token.
     *
     * @param token what is stored of it
     * @param secret told once
     */
    public record Issued(ApiToken token, TokenSecret secret) implements Result {

        /** Refuses null. */
        public Issued {
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(secret, "secret");
        }
    }

    /**
     * The person has as many tokens that work as one may have; one has to be withdrawn before.
     *
     * @param most how many
     */
    public record TooMany(int most) implements Result {}

    /** The person may have none. */
    public record NotAllowed() implements Result {}

    /** Makes a new token; those that there are go on to work. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            if (people.find(command.owner()).filter(ApiToken::isFor).isEmpty()) {
                return new NotAllowed();
            }
            return tokens.countOpen(command.owner(), now) >= ApiToken.MOST_OPEN
                    ? new TooMany(ApiToken.MOST_OPEN)
                    : issue(command, now);
        });
    }

    private Result issue(Command command, Instant now) {
        TokenSecret secret = TokenSecret.issue(randomness);
        ApiToken token = new ApiToken(
                new TokenId(randomness.uuid()),
                secret.hash(),
                command.label(),
                command.owner(),
                command.scopes(),
                now,
                now.plus(command.lifetime()),
                Optional.empty(),
                Optional.empty());
        tokens.save(token);
        audit.execute(new AuditEvent(
                AuditBook.PROVIDER,
                AuditActor.of(command.owner()),
                AuditAction.TOKEN_ISSUED,
                AuditSubject.of(AuditSubject.Kind.TOKEN, token.id().value()),
                AuditChanges.NONE
                        .and(AuditField.SCOPES, AuditDetail.of(token.scopes()))
                        .and(AuditField.UNTIL, AuditDetail.of(token.expiresAt()))));
        return new Issued(token, secret);
    }
}
