package io.larkdesk.testkit.memory;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.Session;
import io.larkdesk.core.person.SessionKey;
import io.larkdesk.core.person.Sessions;
import io.larkdesk.core.shared.TokenHash;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Sessions, and attempts that have ended. */
final class InMemorySessions implements Sessions {

    private final InMemoryTransactions transactions;
    private final People people;
    private final Tenants tenants;
    private final Table<SessionKey, Session> sessions;
    private final Table<Attempt, Instant> ended;

    InMemorySessions(InMemoryTransactions transactions, People people, Tenants tenants) {
        this.transactions = transactions;
        this.people = people;
        this.tenants = tenants;
        this.sessions = new Table<>(transactions);
        this.ended = new Table<>(transactions);
    }

    private record Attempt(TenantId tenant, TokenHash hash) {}

    @Override
    public Optional<Session> find(SessionKey key) {
        return sessions.find(key);
    }

    @Override
    public Optional<Held> findHeld(SessionKey key) {
        return transactions.atOnce(() -> find(key)
                .map(session -> new Held(
                        session,
                        people.find(session.person()).orElseThrow(),
                        tenants.get(session.person().tenant()))));
    }

    @Override
    public List<Session> listAll(Collection<SessionKey> keys) {
        return transactions.atOnce(() ->
                keys.stream().distinct().flatMap(key -> find(key).stream()).toList());
    }

    @Override
    public boolean endAttempt(TenantId tenant, TokenHash attempt, Instant until) {
        Attempt key = new Attempt(tenant, attempt);
        return transactions.inTransaction(now -> {
            ended.hold(key);
            boolean first = ended.find(key).isEmpty();
            if (first) {
                ended.put(key, until);
            }
            return first;
        });
    }

    @Override
    public void save(Session session) {
        transactions.inTransaction(now -> {
            sessions.put(session.key(), session);
            return session;
        });
    }

    @Override
    public void update(Session session) {
        transactions.inTransaction(now -> {
            sessions.hold(session.key());
            find(session.key()).ifPresent(known -> sessions.put(session.key(), session));
            return session;
        });
    }

    @Override
    public void delete(SessionKey key) {
        deleteIf(session -> session.key().equals(key));
    }

    @Override
    public void deleteAllOf(PersonId person) {
        deleteIf(session -> session.person().equals(person));
    }

    @Override
    public void deleteAllOf(TenantId tenant) {
        deleteIf(session -> session.person().tenant().equals(tenant));
    }

    @Override
    public int deleteExpired(Instant now) {
        return transactions.inTransaction(same -> {
            ended.removeAll((attempt, until) -> !now.isBefore(until), Integer.MAX_VALUE);
            return deleteIf(session -> !now.isBefore(session.expiresAt()));
        });
    }

    private int deleteIf(Predicate<Session> condition) {
        return transactions.inTransaction(now -> {
            List<Session> over = sessions.list().stream().filter(condition).toList();
            over.forEach(session -> sessions.remove(session.key()));
            return over.size();
        });
    }
}
