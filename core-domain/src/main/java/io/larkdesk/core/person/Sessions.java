package io.larkdesk.core.person;

import io.larkdesk.core.shared.TokenHash;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The sessions of all people, and which sign-ins have ended. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Sessions {

    /** The session with this key, alive or not. */
    Optional<Session> find(SessionKey key);

    /** The session with this key, alive or not, and who holds it. */
    Optional<Held> findHeld(SessionKey key);

    /**
     * A session and who holds it.
     *
     * @param session alive or not
     * @param person whose it is
     * @param tenant of which tenant that person is
     */
    record Held(Session session, Person person, Tenant tenant) {

        /** Refuses null. */
        public Held {
            Objects.requireNonNull(session, "session");
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(tenant, "tenant");
        }
    }

    /** Those of {@code keys} that have a session, alive or not, in any order. */
    List<Session> listAll(Collection<SessionKey> keys);

    /**
     * Notes that a sign-in ends, so that it ends once; of several that try at once one does.
     *
     * @param tenant through whose app it goes
     * @param attempt the attempt's state
     * @param until how long that is kept in mind: longer than the attempt is good for
     * @return false if it had ended already
     */
    boolean endAttempt(TenantId tenant, TokenHash attempt, Instant until);

    /** Stores {@code session}, new or changed. */
    void save(Session session);

    /** Stores {@code session} as it is now; one that was forgotten meanwhile stays so. */
    void update(Session session);

    /** Forgets the session, if there is one. */
    void delete(SessionKey key);

    /** Forgets all sessions of {@code person}. */
    void deleteAllOf(PersonId person);

    /** Forgets all sessions of the tenant's people. */
    void deleteAllOf(TenantId tenant);

    /**
     * Forgets sessions that are over, and ended attempts that nobody has to keep in mind any more.
     *
     * @param now those expired at this instant, or earlier
     * @return how many sessions
     */
    int deleteExpired(Instant now);
}
