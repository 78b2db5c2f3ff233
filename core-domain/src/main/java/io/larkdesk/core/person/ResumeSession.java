package io.larkdesk.core.person;

import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
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
    private final People people;
    private final Tenants tenants;

    /** Takes its collaborators. */
    @Inject
    public ResumeSession(Transactions transactions, Sessions sessions, People people, Tenants tenants) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.people = people;
        this.tenants = tenants;
    }

    /**
     * Somebody who is signed in.
     *
     * @param person who
     * @param tenant of which tenant, in whatever state: a suspended tenant's people are shown that it is
     * @param session the session's key, for signing out
     */
    public record Resumed(Person person, Tenant tenant, SessionKey session) {}

    /** Who holds {@code token}; empty if the session is over or never was. */
    public Optional<Resumed> execute(SessionToken token) {
        return transactions.inTransaction(now -> sessions.find(token.key())
                .filter(session -> session.isAliveAt(now))
                .flatMap(session -> resume(session, now)));
    }

    private Optional<Resumed> resume(Session session, Instant now) {
        if (!now.isBefore(session.seenAt().plus(NOTED_EVERY))) {
            sessions.save(session.seen(now));
        }
        return people.find(session.person())
                .map(person -> new Resumed(person, tenants.get(person.id().tenant()), session.key()));
    }
}
