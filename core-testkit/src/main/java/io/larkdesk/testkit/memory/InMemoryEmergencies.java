package io.larkdesk.testkit.memory;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.escalation.Emergencies;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.Emergency.Declaration;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Emergencies, each a row to be held, and their declarations. */
final class InMemoryEmergencies implements Emergencies {

    private static final Comparator<Emergency> OLDEST_FIRST = Comparator.comparing(
                    (Emergency emergency) -> emergency.start().at())
            .thenComparing(emergency -> emergency.id().value());

    private static final Comparator<Emergency> LAST_ENDED_FIRST = Comparator.comparing(
                    (Emergency emergency) -> emergency.ending().orElseThrow().at())
            .thenComparing(emergency -> emergency.id().value())
            .reversed();

    private final InMemoryTransactions transactions;
    private final Table<EmergencyId, Row> emergencies;
    private final Table<GroupId, EmergencyId> active;
    private final Table<ClientKey, Joined> declarations;

    InMemoryEmergencies(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.emergencies = new Table<>(transactions);
        this.active = new Table<>(transactions);
        this.declarations = new Table<>(transactions);
    }

    private record Row(Emergency emergency, Instant notedAt) {

        boolean isDue(Instant now) {
            return emergency
                    .due()
                    .filter(due -> !due.isAfter(now) || notedAt.isAfter(now.plus(Emergency.CLOCK_STEP)))
                    .isPresent();
        }
    }

    private record ClientKey(GroupId ticket, PersonId person, ClientId clientId) {}

    private record Joined(EmergencyId emergency, Declaration declaration) {}

    @Override
    public Optional<Emergency> find(EmergencyId id) {
        return emergencies.find(id).map(Row::emergency);
    }

    @Override
    public Optional<Emergency> findActive(GroupId ticket) {
        return of(ticket).filter(Emergency::isActive).findFirst();
    }

    @Override
    public Optional<Emergency> findLast(GroupId ticket) {
        return of(ticket).max(OLDEST_FIRST);
    }

    private Stream<Emergency> of(GroupId ticket) {
        return all().filter(emergency -> emergency.id().ticket().equals(ticket));
    }

    Stream<Emergency> all() {
        return emergencies.list().stream().map(Row::emergency);
    }

    @Override
    public Optional<Emergency> lock(EmergencyId id) {
        transactions.require();
        emergencies.hold(id);
        return find(id);
    }

    @Override
    public void add(Emergency emergency, Instant now) {
        transactions.inTransaction(ignored -> {
            GroupId ticket = emergency.id().ticket();
            active.hold(ticket);
            if (findActive(ticket).isPresent()) {
                throw new ConflictException("the ticket has an Emergency that is not over");
            }
            active.put(ticket, emergency.id());
            emergencies.put(emergency.id(), new Row(emergency, now));
            join(emergency.id(), emergency.start());
            return emergency;
        });
    }

    @Override
    public void save(Emergency emergency, Instant now) {
        transactions.require();
        emergencies.put(emergency.id(), new Row(emergency, now));
    }

    @Override
    public void join(EmergencyId emergency, Declaration declaration) {
        transactions.inTransaction(now -> {
            ClientKey key = new ClientKey(emergency.ticket(), declaration.by(), declaration.clientId());
            declarations.hold(key);
            if (declarations.find(key).isEmpty()) {
                declarations.put(key, new Joined(emergency, declaration));
            }
            return key;
        });
    }

    @Override
    public List<Declaration> listDeclarations(EmergencyId emergency) {
        return declarations.list().stream()
                .filter(joined -> joined.emergency().equals(emergency))
                .map(Joined::declaration)
                .sorted(Comparator.comparing(Declaration::at))
                .toList();
    }

    @Override
    public Optional<Emergency> findByClientId(GroupId ticket, PersonId person, ClientId clientId) {
        return declarations
                .find(new ClientKey(ticket, person, clientId))
                .map(Joined::emergency)
                .flatMap(this::find);
    }

    @Override
    public int countStartedBy(PersonId person, Instant since) {
        return (int) all().filter(emergency -> emergency.start().by().equals(person)
                        && !emergency.start().at().isBefore(since))
                .count();
    }

    @Override
    public List<Emergency> lockDue(Instant now, int limit) {
        transactions.require();
        return transactions.atOnce(() -> emergencies.list().stream()
                .filter(row -> row.isDue(now))
                .map(Row::emergency)
                .sorted(Comparator.comparing(emergency -> emergency.due().orElseThrow()))
                .filter(emergency -> emergencies.tryHold(emergency.id()))
                .limit(limit)
                .toList());
    }

    @Override
    public List<Emergency> listDue(Instant dueAt, int limit) {
        return all().filter(emergency ->
                        emergency.due().filter(due -> !due.isAfter(dueAt)).isPresent())
                .sorted(Comparator.comparing(emergency -> emergency.due().orElseThrow()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Instant> findEarliestDue() {
        return all().flatMap(emergency -> emergency.due().stream()).min(Comparator.naturalOrder());
    }

    @Override
    public List<Emergency> listActive(Optional<EmergencyId> after, int limit) {
        Optional<Emergency> last = after.flatMap(this::find);
        return all().filter(Emergency::isActive)
                .filter(emergency -> last.map(seen -> OLDEST_FIRST.compare(emergency, seen) > 0)
                        .orElse(true))
                .sorted(OLDEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Emergency> listActive(TenantId tenant) {
        return active(ticket -> ticket.tenant().equals(tenant));
    }

    @Override
    public List<Emergency> listActive(Collection<GroupId> tickets) {
        return active(tickets::contains);
    }

    @Override
    public int countActive() {
        return (int) all().filter(Emergency::isActive).count();
    }

    @Override
    public List<Emergency> listEnded(Optional<EmergencyId> before, int limit) {
        Optional<Emergency> last = before.flatMap(this::find).filter(seen -> !seen.isActive());
        if (before.isPresent() && last.isEmpty()) {
            return List.of();
        }
        return all().filter(emergency -> !emergency.isActive())
                .filter(emergency -> last.map(seen -> LAST_ENDED_FIRST.compare(emergency, seen) > 0)
                        .orElse(true))
                .sorted(LAST_ENDED_FIRST)
                .limit(limit)
                .toList();
    }

    private List<Emergency> active(Predicate<GroupId> ticket) {
        return all().filter(emergency ->
                        emergency.isActive() && ticket.test(emergency.id().ticket()))
                .toList();
    }
}
