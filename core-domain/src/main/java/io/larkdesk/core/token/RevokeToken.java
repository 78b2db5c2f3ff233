package io.larkdesk.core.token;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Somebody withdraws a token: one's own, or, as an administrator, anybody's. From then on it opens nothing. */
@Singleton
public final class RevokeToken {

    private final Transactions transactions;
    private final People people;
    private final ApiTokens tokens;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public RevokeToken(Transactions transactions, People people, ApiTokens tokens, RecordAudit audit) {
        this.transactions = transactions;
        this.people = people;
        this.tokens = tokens;
        this.audit = audit;
    }

    /**
     * Which is to be withdrawn.
     *
     * @param revoker who wants it
     * @param token which
     */
    public record Command(PersonId revoker, TokenId token) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(revoker, "revoker");
            Objects.requireNonNull(token, "token");
        }
    }

    /** The token, withdrawn by this try or one before; empty if there is none that the person may withdraw. */
    public Optional<ApiToken> execute(Command command) {
        return transactions.inTransaction(now -> people.find(command.revoker())
                .filter(ApiToken::isFor)
                .flatMap(person ->
                        tokens.lock(person.id().tenant(), command.token()).filter(token -> may(person, token)))
                .map(token -> {
                    ApiToken revoked = token.revoke(now);
                    if (!revoked.equals(token)) {
                        tokens.save(revoked);
                        record(command);
                    }
                    return revoked;
                }));
    }

    private void record(Command command) {
        audit.execute(new AuditEvent(
                AuditBook.PROVIDER,
                AuditActor.of(command.revoker()),
                AuditAction.TOKEN_REVOKED,
                AuditSubject.of(AuditSubject.Kind.TOKEN, command.token().value()),
                AuditChanges.NONE));
    }

    private static boolean may(Person person, ApiToken token) {
        return token.owner().equals(person.id()) || person.is(StaffRole.ADMIN);
    }
}
