package io.larkdesk.core.fence;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Who sees to the fence: administrators. Part of all that have to do with it. */
@Singleton
public final class Keepers {

    private final People people;

    /** Takes its collaborators. */
    @Inject
    public Keepers(People people) {
        this.people = people;
    }

    boolean include(PersonId person) {
        return people.find(person)
                .filter(known -> known.role().equals(Optional.of(StaffRole.ADMIN)))
                .isPresent();
    }
}
