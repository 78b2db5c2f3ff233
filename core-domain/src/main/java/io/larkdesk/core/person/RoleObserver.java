package io.larkdesk.core.person;

import java.time.Instant;

/** Is told of who has another role, inside the transaction in which it happens. */
public interface RoleObserver {

    /** {@code person} has another role now, or none any more; {@code administrator} said so. */
    void changed(Person person, PersonId administrator, Instant now);
}
