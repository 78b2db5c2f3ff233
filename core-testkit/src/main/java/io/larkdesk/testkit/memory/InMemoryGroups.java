package io.larkdesk.testkit.memory;

import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Groups by their ids; of service groups, one to a tenant. */
final class InMemoryGroups implements Groups {

    private final InMemoryTransactions transactions;
    private final Sequences sequences;
    private final Table<GroupId, Group> groups;
    private final Table<TenantId, ServiceGroup> serviceGroups;

    InMemoryGroups(InMemoryTransactions transactions, Sequences sequences) {
        this.transactions = transactions;
        this.sequences = sequences;
        this.groups = new Table<>(transactions);
        this.serviceGroups = new Table<>(transactions);
    }

    @Override
    public Optional<Group> find(GroupId id) {
        return groups.find(id);
    }

    @Override
    public Optional<ServiceGroup> findServiceGroupOf(TenantId tenant) {
        return serviceGroups.find(tenant);
    }

    @Override
    public List<Group> listAll(Collection<GroupId> ids) {
        return transactions.atOnce(
                () -> ids.stream().distinct().flatMap(id -> find(id).stream()).toList());
    }

    @Override
    public void save(Group group) {
        transactions.inTransaction(now -> {
            groups.hold(group.id());
            group.fold(this::keep, ticket -> ticket);
            if (groups.find(group.id()).isEmpty()) {
                sequences.begin(group.id());
            }
            groups.put(group.id(), group);
            return group;
        });
    }

    private ServiceGroup keep(ServiceGroup group) {
        TenantId tenant = group.id().tenant();
        serviceGroups.hold(tenant);
        if (serviceGroups
                .find(tenant)
                .filter(other -> !other.id().equals(group.id()))
                .isPresent()) {
            throw new ConflictException("the tenant has another service group");
        }
        serviceGroups.put(tenant, group);
        return group;
    }

    Stream<Group> all(TenantId tenant) {
        return groups.list().stream().filter(group -> group.id().tenant().equals(tenant));
    }

    List<GroupId> listServiceGroups() {
        return serviceGroups.list().stream().map(ServiceGroup::id).toList();
    }

    /** Whether the group is not closed. */
    boolean isOpen(GroupId id) {
        return find(id).map(group -> group.<Boolean>fold(
                        service -> true, ticket -> ticket.closedAt().isEmpty()))
                .orElse(true);
    }
}
