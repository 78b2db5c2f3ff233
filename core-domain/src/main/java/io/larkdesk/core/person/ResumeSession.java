package io.larkdesk.core.person;

import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells who a browser's session token belongs to, and keeps the session alive while it is used. */
@Singleton
public final class ResumeSession {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Sessions sessions;

    /** Takes its collaborators. */
    @Inject
    public ResumeSession(Transactions transactions, Sessions sessions) {
        this.transactions = transactions;
        this.sessions = sessions;
    }

    /**
     * Somebody who is signed in.
     *
     * @param person who
     * @param tenant of which tenant, in whatever state: a suspended tenant's people are shown that it is
     * @param session the session's key, for signing out
     * @param at when it was found, by the clock by which everything is stored
     */
    public record Resumed(Person person, Tenant tenant, SessionKey session, Instant at) {}

    /** Who holds {@code token}; empty if the session is over or never was. */
    public Optional<Resumed> execute(SessionToken token) {
        return transactions.inTransaction(now -> sessions.findHeld(token.key())
                .filter(held -> held.session().isAliveAt(now))
                .map(held -> resume(held, now)));
    }

    private Resumed resume(Sessions.Held held, Instant now) {
        Session session = held.session();
        if (!now.isBefore(session.seenAt().plus(NOTED_EVERY))) {
            sessions.update(session.seen(now));
        }
        return new Resumed(held.person(), held.tenant(), session.key(), now);
    }
}
