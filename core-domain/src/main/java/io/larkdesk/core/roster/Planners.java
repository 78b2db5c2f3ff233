package io.larkdesk.core.roster;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;

/** Who may change the roster: all staff but engineers, who are on it. */
final class Planners {

    private Planners() {}

    static boolean include(Person person) {
        return person.role().filter(role -> role != StaffRole.ENGINEER).isPresent();
    }

    /** Whether {@code person} may say when {@code colleague} is away: one of the staff for oneself, planners for all. */
    static boolean includeFor(Person person, PersonId colleague) {
        return person.role().isPresent()
                && (person.id().equals(colleague)
                        || (include(person) && person.id().tenant().equals(colleague.tenant())));
    }
}
