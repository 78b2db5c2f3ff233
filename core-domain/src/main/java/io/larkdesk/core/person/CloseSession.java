package io.larkdesk.core.person;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Ends a session: the person signs out. */
@Singleton
public final class CloseSession {

    private final Transactions transactions;
    private final Sessions sessions;
    private final StaffRecord record;

    /** Takes its collaborators. */
    @Inject
    public CloseSession(Transactions transactions, Sessions sessions, StaffRecord record) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.record = record;
    }

    /** After this the session's token opens nothing; closing what is closed changes nothing. */
    public void execute(SessionKey session) {
        transactions.inTransaction(now -> {
            sessions.find(session).ifPresent(open -> {
                sessions.delete(session);
                record.signedOut(open.person());
            });
            return session;
        });
    }
}
