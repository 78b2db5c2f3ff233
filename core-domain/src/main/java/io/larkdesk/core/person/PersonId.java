package io.larkdesk.core.person;

import io.larkdesk.core.tenant.TenantId;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a person, together with the tenant that the person belongs to: a customer organisation, or the provider.
 *
 * @param tenant the person's own tenant
 * @param value unique in the deployment
 */
public record PersonId(TenantId tenant, UUID value) implements Comparable<PersonId> {

    private static final Comparator<PersonId> ORDER =
            Comparator.comparing((PersonId id) -> id.tenant().value()).thenComparing(PersonId::value);

    /** Refuses null. */
    public PersonId {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(value, "value");
    }

    /** The one order in which several persons are locked, so that no two transactions wait for each other. */
    @Override
    public int compareTo(PersonId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
