package io.larkdesk.core.group;

import io.larkdesk.core.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The service groups. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface ServiceGroups {

    /** The tenant's service group, once it is bound. */
    Optional<ServiceGroup> findOf(TenantId tenant);

    /** Those of {@code ids} that exist, in any order. */
    List<ServiceGroup> listAll(Collection<GroupId> ids);

    /**
     * Stores {@code group}, new or changed, and begins its sequence at 0 if it is new.
     *
     * @throws io.larkdesk.core.shared.ConflictException if the tenant has another service group
     */
    void save(ServiceGroup group);
}
