package io.larkdesk.core.roster;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;

/** Who may change the roster: all staff but engineers, who are on it. */
final class Planners {

    private Planners() {}

    static boolean include(Person person) {
        return person.role().filter(role -> role != StaffRole.ENGINEER).isPresent();
    }
}
