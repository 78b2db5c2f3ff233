package io.larkdesk.core.group;

import io.larkdesk.core.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The groups of all tenants. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Groups {

    /** The group, if there is one. */
    Optional<Group> find(GroupId id);

    /** The tenant's service group, once it is bound. */
    Optional<ServiceGroup> findServiceGroupOf(TenantId tenant);

    /** Those of {@code ids} that exist, in any order. */
    List<Group> listAll(Collection<GroupId> ids);

    /**
     * Stores {@code group}, new or changed, and begins its sequence at 0 if it is new.
     *
     * @throws io.larkdesk.core.shared.ConflictException if the tenant has another service group
     */
    void save(Group group);
}
