package io.larkdesk.testkit.memory;

import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.UnionId;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** People, unique by open_id in their tenant. */
final class InMemoryPeople implements People {

    private final InMemoryTransactions transactions;
    private final Tenants tenants;
    private final Table<PersonId, Person> people;

    InMemoryPeople(InMemoryTransactions transactions, Tenants tenants) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.people = new Table<>(transactions);
    }

    private record UniqueOpenId(TenantId tenant, OpenId openId) {}

    @Override
    public Optional<Person> findByOpenId(TenantId tenant, OpenId openId) {
        return people.list().stream()
                .filter(person -> person.reachable()
                        && person.id().tenant().equals(tenant)
                        && person.openId().equals(openId))
                .findAny();
    }

    @Override
    public List<Person> listLeftBehind(TenantId tenant, UnionId unionId) {
        return all(tenant)
                .filter(person -> !person.reachable() && person.unionId().equals(Optional.of(unionId)))
                .toList();
    }

    @Override
    public void leaveBehind(TenantId tenant) {
        transactions.inTransaction(now -> {
            all(tenant).map(Person::leftBehind).toList().forEach(person -> people.put(person.id(), person));
            return tenant;
        });
    }

    @Override
    public int count(TenantId tenant) {
        return (int) all(tenant).count();
    }

    @Override
    public int countWithUnionId(TenantId tenant) {
        return (int) all(tenant).filter(person -> person.unionId().isPresent()).count();
    }

    Stream<Person> all(TenantId tenant) {
        return people.list().stream().filter(person -> person.id().tenant().equals(tenant));
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return people.find(id);
    }

    @Override
    public List<Person> listAll(Collection<PersonId> ids) {
        return ids.stream().distinct().flatMap(id -> people.find(id).stream()).toList();
    }

    @Override
    public List<Person> listStaff() {
        Optional<TenantId> provider = tenants.findProvider().map(Tenant::id);
        return people.list().stream()
                .filter(person -> person.role().isPresent()
                        && provider.equals(Optional.of(person.id().tenant())))
                .toList();
    }

    @Override
    public List<Person> listWithoutRole(int most) {
        Optional<TenantId> provider = tenants.findProvider().map(Tenant::id);
        return people.list().stream()
                .filter(person -> person.role().isEmpty()
                        && provider.equals(Optional.of(person.id().tenant())))
                .sorted(Comparator.comparing(person -> person.name().value()))
                .limit(most)
                .toList();
    }

    @Override
    public List<Person> listReachable(TenantId tenant, int most) {
        return all(tenant)
                .filter(Person::reachable)
                .sorted(Comparator.comparing(person -> person.name().value()))
                .limit(most)
                .toList();
    }

    @Override
    public void lockRoles() {
        transactions.inTransaction(now -> {
            transactions.hold("roles");
            return now;
        });
    }

    @Override
    public boolean hasAny(TenantId tenant) {
        return people.list().stream().anyMatch(person -> person.id().tenant().equals(tenant));
    }

    @Override
    public void save(Person person) {
        transactions.inTransaction(now -> {
            transactions.hold(new UniqueOpenId(person.id().tenant(), person.openId()));
            boolean taken = person.reachable()
                    && findByOpenId(person.id().tenant(), person.openId())
                            .filter(other -> !other.id().equals(person.id()))
                            .isPresent();
            if (taken) {
                throw new ConflictException("another person of the tenant has the same open_id");
            }
            people.put(person.id(), person);
            return person;
        });
    }

    @Override
    public void noteLanguage(PersonId id, Language language) {
        transactions.inTransaction(now -> {
            people.hold(id);
            people.put(id, find(id).orElseThrow().speaking(language));
            return id;
        });
    }
}
