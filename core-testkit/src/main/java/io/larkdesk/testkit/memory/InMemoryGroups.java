package io.larkdesk.testkit.memory;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Service groups, one to a tenant. */
final class InMemoryGroups implements Groups {

    private final InMemoryTransactions transactions;
    private final Sequences sequences;
    private final Table<TenantId, ServiceGroup> groups;

    InMemoryGroups(InMemoryTransactions transactions, Sequences sequences) {
        this.transactions = transactions;
        this.sequences = sequences;
        this.groups = new Table<>(transactions);
    }

    @Override
    public Optional<ServiceGroup> findOf(TenantId tenant) {
        return groups.find(tenant);
    }

    @Override
    public List<ServiceGroup> listAll(Collection<GroupId> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> groups.find(id.tenant()).stream()
                        .filter(group -> group.id().equals(id)))
                .toList();
    }

    @Override
    public void save(ServiceGroup group) {
        transactions.inTransaction(now -> {
            groups.hold(group.id().tenant());
            Optional<ServiceGroup> known = groups.find(group.id().tenant());
            if (known.filter(other -> !other.id().equals(group.id())).isPresent()) {
                throw new ConflictException("the tenant has another service group");
            }
            if (known.isEmpty()) {
                sequences.begin(group.id());
            }
            groups.put(group.id().tenant(), group);
            return group;
        });
    }
}
