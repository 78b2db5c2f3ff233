package io.larkdesk.core.person;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Ends a session: the person signs out. */
@Singleton
public final class CloseSession {

    private final Transactions transactions;
    private final Sessions sessions;

    /** Takes its collaborators. */
    @Inject
    public CloseSession(Transactions transactions, Sessions sessions) {
        this.transactions = transactions;
        this.sessions = sessions;
    }

    /** After this the session's token opens nothing; closing what is closed changes nothing. */
    public void execute(SessionKey session) {
        transactions.inTransaction(now -> {
            sessions.delete(session);
            return session;
        });
    }
}
