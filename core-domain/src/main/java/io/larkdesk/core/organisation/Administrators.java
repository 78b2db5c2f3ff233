package io.larkdesk.core.organisation;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.util.List;

/** The customers' own administrators. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Administrators {

    /** Whether {@code person} is one. */
    boolean has(PersonId person);

    /** Those of the tenant, in order of their appointment. */
    List<Administrator> list(TenantId tenant);

    /**
     * Stores {@code administrator}, unless the person is one already. Of several who try the same at once, one does it; the others wait until
     * that transaction has ended.
     *
     * @return whether it was stored
     */
    boolean add(Administrator administrator);

    /**
     * From now on {@code person} is none.
     *
     * @return whether the person was one
     */
    boolean remove(PersonId person);
}
