package io.larkdesk.core.reminder;

import io.larkdesk.core.person.PersonId;

/** The quiet times of all people. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface QuietTimes {

    /** The person's quiet time; {@link QuietTime#none} if nothing was stored. */
    QuietTime get(PersonId person);

    /** Stores {@code quiet} in the place of what was. */
    void save(QuietTime quiet);
}
