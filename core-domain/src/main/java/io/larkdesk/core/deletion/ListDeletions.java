package io.larkdesk.core.deletion;

import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says which customers are to be deleted; part of what shows customers to those who may see them. */
@Singleton
public final class ListDeletions {

    private final Deletions deletions;

    /** Takes its collaborators. */
    @Inject
    public ListDeletions(Deletions deletions) {
        this.deletions = deletions;
    }

    /** The deletions that stand of {@code customers}. */
    public Map<TenantId, Deletion> execute(Collection<TenantId> customers) {
        return deletions.listAll(customers).stream().collect(Collectors.toMap(Deletion::tenant, Function.identity()));
    }
}
