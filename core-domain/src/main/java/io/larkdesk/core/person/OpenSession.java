package io.larkdesk.core.person;

import io.larkdesk.core.shared.Randomness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Opens a new session; part of signing in. */
@Singleton
public final class OpenSession {

    private final Sessions sessions;
    private final Randomness randomness;

    /** Takes its collaborators. */
    @Inject
    public OpenSession(Sessions sessions, Randomness randomness) {
        this.sessions = sessions;
        this.randomness = randomness;
    }

    SessionToken execute(PersonId person, Instant now) {
        SessionToken token = SessionToken.issue(randomness);
        sessions.save(Session.open(token.key(), person, now));
        return token;
    }
}
